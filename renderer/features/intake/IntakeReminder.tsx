import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import './reminder.css'

export interface IntakeReminderProps {
  readonly count: number
  /** The call is still in the form; else the form opens blank for the next call, and F4 fetches it. */
  readonly inHand: boolean
  /** Opens the form with the call that was begun last. */
  onOpen(): void
}

/** Stands at the lower edge while a call was begun and not recorded: after a crash, a change of person, or when put away. */
export function IntakeReminder({ count, inHand, onOpen }: IntakeReminderProps) {
  const { t } = useTranslation('intake')
  return (
    <div className="intake-reminder" role="status">
      <span>{t('drafts.reminder', { count })}</span>
      <Button size="small" kind="primary" hotkey={inHand ? 'F2' : 'F2 F4'} onClick={onOpen}>
        {t('drafts.open')}
      </Button>
    </div>
  )
}
