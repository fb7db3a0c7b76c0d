import { useTranslation } from 'react-i18next'
import { draftName } from '../../components/draftName.ts'
import { useAct } from '../../components/useAct.ts'
import { useDraft } from '../../components/useDraft.ts'
import { useNow } from '../../components/useNow.ts'
import type { IntakeLists } from '../intake/model.ts'
import type { CallAct } from './CallsView.tsx'
import { CorrectCallDialog } from './CorrectCallDialog.tsx'
import { readCallDraft } from './callDraft.ts'
import type { CallView } from './model.ts'
import { PickIncidentDialog } from './PickIncidentDialog.tsx'
import { ReasonedAct } from './ReasonedAct.tsx'
import { useOpenIncidents } from './useOpenIncidents.ts'

export interface CallDialogProps {
  readonly act: Exclude<CallAct, 'confirm'>
  readonly call: CallView
  readonly lists: IntakeLists
  onDone(): void
}

/** The dialog of one act on a call. */
export function CallDialog(props: CallDialogProps) {
  const { t } = useTranslation('incidents')
  const { act, call, onDone } = props
  switch (act) {
    case 'correct':
      return <CorrectCall {...props} />
    case 'move':
      return <MoveCall {...props} />
    case 'detach':
    case 'void':
    case 'restore':
      return (
        <ReasonedAct
          channel={`call.${act}`}
          target={{ id: call.id, base: [...call.tips] }}
          title={t(`calls.${act}Title`, { no: call.no })}
          explanation={t(`calls.${act}Explained`)}
          confirm={t(`calls.act.${act}`)}
          danger={act === 'void'}
          onDone={onDone}
        />
      )
  }
}

function CorrectCall({ call, lists, onDone }: CallDialogProps) {
  const now = useNow()
  const act = useAct('call.correct', { quiet: true })
  const draft = useDraft('call', draftName('call', call.id), readCallDraft)
  if (draft.found === undefined) return null
  return (
    <CorrectCallDialog
      call={call}
      lists={lists}
      now={now}
      draft={draft}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (correction, reason) => {
        const { ok } = await act.run({ id: call.id, base: [...call.tips], ...correction, reason })
        if (!ok) return
        draft.discard()
        onDone()
      }}
      onCancel={onDone}
    />
  )
}

function MoveCall({ call, onDone }: CallDialogProps) {
  const act = useAct('call.attach', { quiet: true })
  const options = useOpenIncidents(call.fields.incident?.id ?? '')
  return (
    <PickIncidentDialog
      purpose="move"
      no={call.no}
      options={options}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (incident, reason) => {
        const { ok } = await act.run({ id: call.id, base: [...call.tips], incident, ...(reason ? { reason } : {}) })
        if (ok) onDone()
      }}
      onCancel={onDone}
    />
  )
}
