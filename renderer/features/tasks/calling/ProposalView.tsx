import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../shared/domain/task/escalation.ts'
import { Button } from '../../../components/Button.tsx'
import { ACCEPT_KEY } from './model.ts'

export interface ProposalViewProps {
  readonly proposal: Proposal
  onAccept(): void
}

/** Who did not answer, and who should be asked instead; one key accepts it. */
export function ProposalView({ proposal, onAccept }: ProposalViewProps) {
  const { t } = useTranslation('tasks')
  const { cause, from, failed, next } = proposal
  const why = t(`calling.cause.${cause}`, { name: from?.name ?? t('calling.noOne'), count: failed })
  if (next.who === 'nobody') return <p className="task-warning" role="status">{`${why}${t('calling.nobodyLeft')}`}</p>
  const { to } = next
  const words =
    next.who === 'callee'
      ? t('calling.askPerson', { name: to.name, post: to.title || t(`calling.post.${to.post}`), phone: to.phone })
      : t('calling.askTeam', { team: next.team.name, name: to.name, phone: to.phone, count: next.team.open })
  return (
    <div className="calling-proposal" role="status">
      <p>
        {why}
        <strong>{words}</strong>
        {next.who === 'team' && next.shared.length > 0
          ? t('calling.sharedSkills', { skills: next.shared.join(t('common:list.comma')) })
          : null}
      </p>
      <Button kind="primary" hotkey={ACCEPT_KEY.toUpperCase()} onClick={onAccept}>
        {t(next.who === 'team' ? 'calling.giveTeam' : 'calling.ask')}
      </Button>
    </div>
  )
}
