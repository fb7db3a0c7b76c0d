import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NO_CHOICES, type RosterChoices } from '../../../shared/domain/team/roster/rows.ts'
import type { RosterTable } from '../../../shared/domain/team/roster/table.ts'
import type { ImportedCounts, RosterKnown } from '../../../shared/ipc/roster.ts'
import { call, DeskError } from '../../call.ts'
import { errorSentence } from '../../components/errorSentence.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { assessDraft, chooseColumn, editCell, type RosterDraft, readBase64, rowsToImport, toggleRow } from './model.ts'
import { RosterDoneView } from './RosterDoneView.tsx'
import { RosterFileView } from './RosterFileView.tsx'
import { RosterPreviewView } from './RosterPreviewView.tsx'

interface RosterImportProps {
  onTemplate(): void
  onClose(): void
}

/** The same bound as the desk's, so that a film chosen by mistake is not even read. */
const MAX_BYTES = 10 * 1024 * 1024

/** File, preview, done: the import of a roster of teams. */
export function RosterImport({ onTemplate, onClose }: RosterImportProps) {
  const { i18n } = useTranslation()
  const progress = useDesk('roster.progress', null, ['team'])
  const act = useAct('roster.import')
  const [draft, setDraft] = useState<RosterDraft | null>(null)
  // As it was when the file was read: the import itself is judged once more against what is registered then.
  const [known, setKnown] = useState<RosterKnown | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<ImportedCounts | null>(null)
  // What is read after 停止, or after another file was chosen, is put away.
  const turn = useRef(0)
  const assessment = useMemo(() => (draft && known ? assessDraft(draft, known) : null), [draft, known])

  const read = async (file: File) => {
    const mine = ++turn.current
    setReading(file.name)
    setProblem(null)
    try {
      if (file.size > MAX_BYTES) throw new DeskError('sheets.tooLarge', { file: file.name })
      const { sha256, table } = await call('roster.read', {
        fileName: file.name.slice(-200),
        base64: await readBase64(file),
      })
      const registered = await call('roster.known', null)
      if (mine !== turn.current) return
      setKnown(registered)
      const parsed = JSON.parse(table) as RosterTable
      setDraft({ file: file.name, sha256, table: parsed, choices: NO_CHOICES, existing: 'update' })
    } catch (error) {
      if (mine === turn.current) setProblem(errorSentence(error, i18n))
    } finally {
      if (mine === turn.current) setReading(null)
    }
  }
  const stop = () => {
    turn.current += 1
    setReading(null)
  }
  const record = async (whole: RosterDraft) => {
    const answer = await act.run({
      file: whole.file.slice(-200),
      sha256: whole.sha256,
      existing: whole.existing,
      rows: rowsToImport(whole),
      rowsLeftOut: whole.choices.out.length,
    })
    if (answer.ok) setDone(answer.value)
  }
  const startAgain = () => {
    setDone(null)
    setDraft(null)
  }

  if (draft && done) return <RosterDoneView file={draft.file} counts={done} onAgain={startAgain} onClose={onClose} />
  if (!draft || !assessment)
    return (
      <RosterFileView
        reading={reading}
        problem={problem}
        onFile={(file) => void read(file)}
        onStop={stop}
        onTemplate={onTemplate}
        onClose={onClose}
      />
    )
  const choose = (change: (choices: RosterChoices) => RosterChoices) =>
    setDraft((now) => (now ? { ...now, choices: change(now.choices) } : now))
  return (
    <RosterPreviewView
      draft={draft}
      assessment={assessment}
      progress={act.pending ? (progress.data ?? { done: 0, total: 0 }) : null}
      onEdit={(row, field, text) => choose((choices) => editCell(choices, row, field, text))}
      onToggle={(key) => choose((choices) => toggleRow(choices, key))}
      onColumn={(sheet, letter, field) =>
        setDraft((now) => (now ? { ...now, choices: chooseColumn(now, sheet, letter, field) } : now))
      }
      onExisting={(existing) => setDraft((now) => (now ? { ...now, existing } : now))}
      onImport={() => void record(draft)}
      onBack={startAgain}
      onClose={onClose}
    />
  )
}
