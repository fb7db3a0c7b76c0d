import { useTranslation } from 'react-i18next'
import { type Phase, skippedBetween } from '../../../shared/domain/incident/course.ts'
import type { Transfer } from '../../../shared/domain/incident/incident.ts'
import type { IncidentDetail } from '../../../shared/ipc/incidents.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'
import { JumpDialog } from './JumpDialog.tsx'

export interface FollowUpDialogProps {
  /** A jump over steps, the taking back of a transfer, or of a claim. */
  readonly under: { readonly jump: Phase } | { readonly transfer: Transfer } | { readonly claim: string }
  readonly detail: IncidentDetail
  onDone(): void
}

/** Small questions before an act that was begun on the page itself. */
export function FollowUpDialog({ under, detail, onDone }: FollowUpDialogProps) {
  const { t } = useTranslation('incidents')
  const { state, tips } = detail.incident
  const target = { id: state.id, base: [...tips] }
  const advance = useAct('incident.advance', { quiet: true })
  const giveBack = useAct('incident.returnTransfer', { quiet: true })
  const withdraw = useAct('incident.withdrawClaim', { quiet: true })
  const settle = async (running: Promise<{ readonly ok: boolean }>) => {
    if ((await running).ok) onDone()
  }
  if ('jump' in under)
    return (
      <JumpDialog
        to={under.jump}
        skipped={skippedBetween(state.course.phase, under.jump)}
        pending={advance.pending}
        problem={advance.problem}
        onConfirm={(reason) => void settle(advance.run({ ...target, to: under.jump, ...(reason ? { reason } : {}) }))}
        onCancel={onDone}
      />
    )
  if ('transfer' in under)
    return (
      <ReasonDialog
        title={t('relations.returnTitle', { body: under.transfer.body.name })}
        confirm={t('relations.return')}
        pending={giveBack.pending}
        problem={giveBack.problem}
        onConfirm={(reason) => void settle(giveBack.run({ ...target, transfer: under.transfer.id, reason }))}
        onCancel={onDone}
      />
    )
  return (
    <ReasonDialog
      title={t('figures.withdrawTitle')}
      explanation={t('figures.withdrawExplained')}
      confirm={t('figures.withdraw')}
      pending={withdraw.pending}
      problem={withdraw.problem}
      onConfirm={(reason) => void settle(withdraw.run({ ...target, claim: under.claim, reason }))}
      onCancel={onDone}
    />
  )
}
