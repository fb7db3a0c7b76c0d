import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mode } from '../../../shared/domain/township/events.ts'
import type { TownshipNow } from '../../../shared/ipc/township.ts'
import { useNotices } from '../../components/notices.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'
import { DivisionDialogView } from './DivisionDialogView.tsx'
import { changesOf, formOf } from './model.ts'
import { TownshipPanelView } from './TownshipPanelView.tsx'

interface TownshipPanelProps {
  readonly township: TownshipNow
  readonly mayEdit: boolean
}

export function TownshipPanel({ township, mayEdit }: TownshipPanelProps) {
  const { t } = useTranslation('township')
  const { tell } = useNotices()
  // What was on screen when the person began to type; a change from elsewhere meanwhile stays visible as 并发.
  const [begun, setBegun] = useState<{ readonly from: TownshipNow; readonly form: ReturnType<typeof formOf> } | null>(
    null,
  )
  const [mode, setMode] = useState<Mode | null>(null)
  const edit = useAct('township.edit', { quiet: true })
  const changeMode = useAct('township.changeMode', { quiet: true })
  const [division, setDivision] = useState(false)
  const correct = useAct('township.correctDivision', { quiet: true })
  const { from, form } = begun ?? { from: township, form: formOf(township) }
  const save = async () => {
    const set = changesOf(from, form)
    if (!set || edit.pending) return
    const answer = await edit.run({ base: [...from.tips], set })
    if (!answer.ok) return
    setBegun(null)
    tell('good', t('saved'))
  }
  const change = async (next: Mode, reason: string) => {
    const answer = await changeMode.run({ base: [...township.tips], mode: next, reason })
    if (answer.ok) setMode(null)
  }
  const correctDivision = async (code: string, reason: string) => {
    const answer = await correct.run({ division: code, reason })
    if (!answer.ok) return
    setDivision(false)
    tell('good', t('saved'))
  }
  return (
    <>
      <TownshipPanelView
        township={township}
        form={form}
        mayEdit={mayEdit}
        pending={edit.pending}
        refusal={edit.problem}
        onChange={(next) => setBegun({ from, form: next })}
        onSave={() => void save()}
        onMode={setMode}
        onDivision={() => setDivision(true)}
      />
      {division ? (
        <DivisionDialogView
          division={township.division}
          pending={correct.pending}
          refusal={correct.problem}
          onConfirm={(code, reason) => void correctDivision(code, reason)}
          onCancel={() => setDivision(false)}
        />
      ) : null}
      {mode && mode !== township.mode ? (
        <ReasonDialog
          title={t(`change.${mode}`)}
          explanation={t(`changeHow.${mode}`)}
          confirm={t(`change.${mode}`)}
          pending={changeMode.pending}
          problem={changeMode.problem}
          onConfirm={(reason) => void change(mode, reason)}
          onCancel={() => setMode(null)}
        />
      ) : null}
    </>
  )
}
