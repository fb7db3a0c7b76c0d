import { useTranslation } from 'react-i18next'
import type { Recipient } from '../../../shared/domain/task/events.ts'
import type { Means } from '../../../shared/domain/values.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { TextField } from '../../components/TextField.tsx'
import { SPOKEN_MEANS } from './ActForm.tsx'
import { DueField } from './DueField.tsx'
import type { IssueForm } from './issueForm.ts'
import { RecipientPicker } from './RecipientPicker.tsx'
import type { RecipientOption } from './recipients.ts'

export interface ReissueTaskViewProps {
  readonly title: string
  readonly recipients: readonly RecipientOption[]
  readonly to: Recipient | null
  readonly due: IssueForm['due']
  readonly means: Means
  readonly reason: string
  readonly now: number
  /** The person tried to save: what is missing is said. */
  readonly asked: boolean
  readonly pending: boolean
  onTo(to: Recipient | null): void
  onDue(due: IssueForm['due']): void
  onBadTime(bad: boolean): void
  onMeans(means: Means): void
  onReason(reason: string): void
  onSave(): void
  onCancel(): void
}

export function ReissueTaskView(props: ReissueTaskViewProps) {
  const { title, recipients, to, due, means, reason, now, asked, pending } = props
  const { t } = useTranslation('tasks')
  return (
    <Dialog title={t('form.reissued', { title })} wide onCancel={props.onCancel}>
      <EnterForm label={t('act.reissued')} className="form-column" onSubmit={props.onSave}>
        <TextField
          label={t('field.reason')}
          value={reason}
          required
          autoFocus
          maxLength={1000}
          problem={asked && reason.trim() === '' ? t('problem.text') : undefined}
          onChange={props.onReason}
        />
        <RecipientPicker
          label={t('field.to')}
          options={recipients}
          value={to}
          problem={asked && !to ? t('problem.to') : undefined}
          onChange={props.onTo}
        />
        <DueField due={due} now={now} onChange={props.onDue} onBadTime={props.onBadTime} />
        <ChoiceField<Means>
          label={t('field.means')}
          value={means}
          options={SPOKEN_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
          onChange={props.onMeans}
        />
        <FormFooter submit={t('act.reissued')} pending={pending} escape onCancel={props.onCancel} />
      </EnterForm>
    </Dialog>
  )
}
