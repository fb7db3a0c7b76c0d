import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import './reminder.css'

export interface IntakeReminderProps {
  readonly count: number
  onOpen(): void
}

/** Stands at the lower edge while a call was begun and not recorded: after a crash, a change of person, or when put away. */
export function IntakeReminder({ count, onOpen }: IntakeReminderProps) {
  const { t } = useTranslation('intake')
  return (
    <div className="intake-reminder" role="status">
      <span>{t('drafts.reminder', { count })}</span>
      <Button size="small" kind="primary" hotkey="F2" onClick={onOpen}>
        {t('drafts.open')}
      </Button>
    </div>
  )
}
