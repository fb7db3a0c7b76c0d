import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'

/** Acts that want nothing but a reason. */
export type ReasonChannel =
  | 'incident.dismiss'
  | 'incident.undismiss'
  | 'incident.unmerge'
  | 'incident.unsplit'
  | 'incident.void'
  | 'incident.restore'
  | 'call.detach'
  | 'call.void'
  | 'call.restore'

export interface ReasonedActProps {
  readonly channel: ReasonChannel
  readonly target: { readonly id: string; readonly base: string[] }
  readonly title: string
  readonly explanation: string
  readonly confirm: string
  readonly danger?: boolean
  onDone(): void
}

/** Asks why, acts, and closes once the log has it. */
export function ReasonedAct({ channel, target, onDone, danger = false, ...words }: ReasonedActProps) {
  const act = useAct(channel, { quiet: true })
  return (
    <ReasonDialog
      {...words}
      danger={danger}
      pending={act.pending}
      problem={act.problem}
      onConfirm={async (reason) => {
        const { ok } = await act.run({ ...target, reason })
        if (ok) onDone()
      }}
      onCancel={onDone}
    />
  )
}
