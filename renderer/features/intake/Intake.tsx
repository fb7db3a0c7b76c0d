import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Classification } from '../../../shared/domain/classification.ts'
import type { Recorded } from '../../../shared/ipc/calls.ts'
import type { DraftRecord } from '../../../shared/ipc/drafts.ts'
import { stopAtUnmatched } from '../../components/stopAtUnmatched.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { IntakeReminder } from './IntakeReminder.tsx'
import { IntakeView } from './IntakeView.tsx'
import { byHand, withLine } from './lineFill.ts'
import { emptyForm, formOfDraft, type IntakeLists, isEmpty, type Problems, proposeTitle, readForm } from './model.ts'
import { focusField, focusFirst } from './moveOn.ts'
import { useDraft } from './useDraft.ts'
import { useLineReading } from './useLineReading.ts'

const NO_CLASSIFICATION: Classification = {
  groups: [],
  types: [],
  bodies: [],
  sources: [],
  figures: [],
  unreadable: [],
}
const NO_VILLAGES: IntakeLists['villages'] = []
const MOST_RECORDED = 5

interface IntakeProps {
  readonly open: boolean
  onOpen(): void
  onClose(): void
  onOpenIncident(id: string): void
}

/** Taking a call. Stays mounted while it is put away, so that what was typed is there again; the draft is on disk besides. */
export function Intake({ open, onOpen, onClose, onOpenIncident }: IntakeProps) {
  const { t } = useTranslation('intake')
  const lists = useLists()
  const session = useDesk('session.current', null, ['session'])
  const unsigned = session.data?.state !== 'signedIn'
  const element = useRef<HTMLFormElement>(null)
  const draft = useDraft(open)
  const read = useLineReading(draft.form, lists)
  const fill = read?.fill
  const form = useMemo(() => withLine(draft.form, fill ?? {}), [draft.form, fill])
  const candidates = useDesk('incident.candidates', { village: form.village || null, type: form.type || null }, [
    'incident',
    'call',
    'village',
  ])
  const mayBelong = form.village !== '' || form.type !== ''
  const offered = mayBelong ? (candidates.data ?? []) : []
  const recording = useAct('intake.record', { quiet: true })
  const [recorded, setRecorded] = useState<readonly Recorded[]>([])
  const [problems, setProblems] = useState<Problems>({})
  const [asking, setAsking] = useState(false)
  const [choice, setChoice] = useState<string | null>()
  const chosen = choice === null || offered.some(({ id }) => id === choice) ? choice : undefined

  const clear = () => {
    setProblems({})
    setAsking(false)
    setChoice(undefined)
  }
  const first = () => element.current && focusFirst(element.current)
  const record = async (into: string | null | undefined) => {
    if (element.current && stopAtUnmatched(element.current)) return setAsking(false)
    const read = readForm(form, lists, Date.now(), unsigned)
    if (!read.ok) {
      setProblems(read.problems)
      setAsking(false)
      const [wrong] = Object.keys(read.problems)
      if (element.current && wrong) focusField(element.current, wrong)
      return
    }
    setProblems({})
    // Enter can be faster than the list: without it the call would open an incident that is open already.
    const known = mayBelong ? (candidates.data ?? (await candidates.refetch()).data ?? []) : []
    if (into === undefined && known.length > 0) return setAsking(true)
    if (recording.pending) return
    const outcome = await recording.run({
      draft: draft.id,
      call: read.call,
      into: into
        ? { kind: 'attach', incident: into }
        : { kind: 'open', title: read.title || t('untitled', { source: read.call.source.name }) },
      ...(unsigned ? { claimedName: read.claimedName } : {}),
    })
    setAsking(false)
    if (!outcome.ok) return
    setRecorded((before) => [outcome.value, ...before].slice(0, MOST_RECORDED))
    draft.begin(emptyForm(Date.now(), unsigned ? form.claimedName : ''))
    clear()
  }
  const choose = (into: string | null) => {
    setChoice(into)
    if (asking) void record(into)
  }

  const resume = (id: string) => {
    draft.resume(id)
    clear()
  }
  const inHand = !isEmpty(draft.form)
  const [lastBegun] = draft.others
  const goOn = () => {
    if (!inHand && lastBegun) resume(lastBegun.id)
    onOpen()
  }
  const left = draft.others.length + (inHand ? 1 : 0)
  if (!open) return left > 0 ? <IntakeReminder count={left} inHand={inHand} onOpen={goOn} /> : null
  return (
    <IntakeView
      draftId={draft.id}
      form={form}
      typed={draft.form}
      read={read}
      lists={lists}
      problems={problems}
      unsigned={unsigned}
      unreadable={lists.classification.unreadable}
      pending={recording.pending}
      refusal={recording.problem}
      element={element}
      candidates={offered}
      choice={chosen}
      asking={asking}
      recorded={recorded}
      drafts={draft.others.map((one) => offerOf(one, lists))}
      onChange={(change) => {
        draft.change((typed) => byHand(typed, form, change))
        setAsking(false)
      }}
      onLine={(line) => {
        draft.change(() => ({ line }))
        setAsking(false)
      }}
      onSubmit={() => void record(chosen)}
      onPause={draft.flush}
      onChoose={choose}
      onBack={() => {
        setAsking(false)
        first()
      }}
      onOpenIncident={(id) => {
        onClose()
        onOpenIncident(id)
      }}
      onResume={resume}
      onDiscard={(id) => void draft.discard(id)}
      onClose={() => {
        draft.flush()
        onClose()
      }}
    />
  )
}

function useLists(): IntakeLists {
  const classification = useDesk('classification.read', null, [])
  const villages = useDesk('villages.options', null, ['village'])
  const { data: kinds = NO_CLASSIFICATION } = classification
  const { data: known = NO_VILLAGES } = villages
  return useMemo(() => ({ classification: kinds, villages: known }), [kinds, known])
}

/** What a draft is about, in a few words. */
function offerOf({ id, savedMs, begunMs, personName, body }: DraftRecord, lists: IntakeLists) {
  const form = formOfDraft(body, begunMs)
  return { id, savedMs, personName, about: proposeTitle(form, lists) || form.callerName || form.callerPhone }
}
