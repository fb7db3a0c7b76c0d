import { useTranslation } from 'react-i18next'
import { fieldsOf, labelOf } from '../../../shared/domain/incident/readIncident.ts'
import type { IncidentDetail } from '../../../shared/ipc/incidents.ts'
import { draftName } from '../../components/draftName.ts'
import { useAct } from '../../components/useAct.ts'
import { useDraft } from '../../components/useDraft.ts'
import { useNow } from '../../components/useNow.ts'
import type { IntakeLists } from '../intake/model.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import { readCorrectDraft } from './correctDraft.ts'
import { FiguresDialog } from './FiguresDialog.tsx'
import { readFiguresDraft } from './figuresDraft.ts'
import { type Act, callViewOf } from './model.ts'
import { PickIncidentDialog } from './PickIncidentDialog.tsx'
import { ReasonedAct } from './ReasonedAct.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'
import { useOpenIncidents } from './useOpenIncidents.ts'

export interface IncidentDialogProps {
  readonly act: Act
  readonly detail: IncidentDetail
  readonly lists: IntakeLists
  onDone(): void
  onOpen(incident: string): void
}

/** The dialog of one act on an incident; what it follows is what the person has on screen. */
export function IncidentDialog(props: IncidentDialogProps) {
  const { t } = useTranslation('incidents')
  const { act, detail, onDone } = props
  const { state, tips } = detail.incident
  const target = { id: state.id, base: [...tips] }
  switch (act) {
    case 'correct':
      return <Correct {...props} />
    case 'claimFigures':
      return <ClaimFigures {...props} />
    case 'transfer':
      return <Transfer {...props} />
    case 'merge':
      return <Merge {...props} />
    case 'split':
      return <Split {...props} />
    case 'reopen':
      return <Reopen {...props} />
    case 'dismiss':
    case 'undismiss':
    case 'unmerge':
    case 'unsplit':
    case 'void':
    case 'restore':
      return (
        <ReasonedAct
          channel={`incident.${act}`}
          target={target}
          title={t(`act.${act}Title`, { no: labelOf(state).no })}
          explanation={t(`act.${act}Explained`)}
          confirm={t(`act.${act}`)}
          danger={act === 'void' || act === 'dismiss'}
          onDone={onDone}
        />
      )
  }
}

const targetOf = ({ incident: { state, tips } }: IncidentDetail) => ({ id: state.id, base: [...tips] })

function Correct({ detail, lists, onDone }: IncidentDialogProps) {
  const now = useNow()
  const act = useAct('incident.correct', { quiet: true })
  const draft = useDraft('correct', draftName('correct', detail.incident.state.id), readCorrectDraft)
  // The form appears with what it begins with, not a moment before.
  if (draft.found === undefined) return null
  return (
    <CorrectDialog
      fields={fieldsOf(detail.incident.state)}
      lists={lists}
      now={now}
      draft={draft}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (set, reason) => {
        const { ok } = await act.run({ ...targetOf(detail), set, ...(reason ? { reason } : {}) })
        if (!ok) return
        draft.discard()
        onDone()
      }}
      onCancel={onDone}
    />
  )
}

function ClaimFigures({ detail, lists, onDone }: IncidentDialogProps) {
  const now = useNow()
  const act = useAct('incident.claimFigures', { quiet: true })
  const draft = useDraft('figures', draftName('figures', detail.incident.state.id), readFiguresDraft)
  if (draft.found === undefined) return null
  return (
    <FiguresDialog
      kinds={lists.classification.figures}
      now={now}
      draft={draft}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async ({ note, ...claim }) => {
        const { ok } = await act.run({ ...targetOf(detail), ...claim, ...(note ? { note } : {}) })
        if (!ok) return
        draft.discard()
        onDone()
      }}
      onCancel={onDone}
    />
  )
}

function Transfer({ detail, lists, onDone }: IncidentDialogProps) {
  const act = useAct('incident.transfer', { quiet: true })
  return (
    <TransferDialog
      classification={lists.classification}
      type={fieldsOf(detail.incident.state).type?.key ?? ''}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async ({ note, ...values }) => {
        const { ok } = await act.run({ ...targetOf(detail), ...values, ...(note ? { note } : {}) })
        if (ok) onDone()
      }}
      onCancel={onDone}
    />
  )
}

function Merge({ detail, onDone, onOpen }: IncidentDialogProps) {
  const act = useAct('incident.merge', { quiet: true })
  const { id } = detail.incident.state
  const options = useOpenIncidents(id)
  return (
    <PickIncidentDialog
      purpose="merge"
      no={labelOf(detail.incident.state).no}
      options={options}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (into, reason) => {
        const { ok } = await act.run({ ...targetOf(detail), into, ...(reason ? { reason } : {}) })
        if (!ok) return
        onDone()
        onOpen(into)
      }}
      onCancel={onDone}
    />
  )
}

function Split({ detail, onDone, onOpen }: IncidentDialogProps) {
  const act = useAct('incident.split', { quiet: true })
  const { id } = detail.incident.state
  return (
    <SplitDialog
      calls={detail.calls.map((call) => callViewOf(call, id))}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (calls, title, reason) => {
        const outcome = await act.run({ ...targetOf(detail), calls: [...calls], title, set: {}, reason })
        if (!outcome.ok) return
        onDone()
        onOpen(outcome.value.incident.id)
      }}
      onCancel={onDone}
    />
  )
}

function Reopen({ detail, onDone }: IncidentDialogProps) {
  const act = useAct('incident.reopen', { quiet: true })
  return (
    <ReopenDialog
      phase={detail.incident.state.course.phase}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (to, reason) => {
        const { ok } = await act.run({ ...targetOf(detail), to, reason })
        if (ok) onDone()
      }}
      onCancel={onDone}
    />
  )
}
