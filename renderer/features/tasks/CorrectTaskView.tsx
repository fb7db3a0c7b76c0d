import { useTranslation } from 'react-i18next'
import { URGENCIES, type Urgency } from '../../../shared/domain/urgency.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface Correction {
  readonly title: string
  readonly detail: string
  readonly dueAt: number | null
  readonly urgency: Urgency
}

export interface CorrectTaskViewProps {
  readonly fields: Correction
  readonly reason: string
  readonly now: number
  readonly problems: { readonly title: boolean; readonly reason: boolean; readonly nothing: boolean }
  readonly pending: boolean
  onChange(part: Partial<Correction>): void
  onBadTime(bad: boolean): void
  onReason(reason: string): void
  onSave(): void
  onCancel(): void
}

export function CorrectTaskView(props: CorrectTaskViewProps) {
  const { fields, reason, now, problems, pending, onChange, onBadTime } = props
  const { t } = useTranslation('tasks')
  return (
    <Dialog title={t('form.corrected')} wide onCancel={props.onCancel}>
      <EnterForm label={t('act.corrected')} className="form-column" onSubmit={props.onSave}>
        <TextField
          label={t('field.title')}
          value={fields.title}
          required
          autoFocus
          maxLength={200}
          problem={problems.title ? t('problem.title') : undefined}
          onChange={(title) => onChange({ title })}
        />
        <TextAreaField
          label={t('field.detail')}
          value={fields.detail}
          maxLength={10_000}
          onChange={(detail) => onChange({ detail })}
        />
        <div className="form-row">
          <ChoiceField
            label={t('field.urgency')}
            value={fields.urgency}
            options={URGENCIES.toReversed().map((value) => ({ value, label: t(`urgency.${value}`) }))}
            onChange={(urgency) => onChange({ urgency })}
          />
          <MomentField
            label={t('field.dueAt')}
            value={fields.dueAt}
            lean="future"
            now={now}
            placeholder={t('noDue')}
            onChange={(dueAt) => {
              onBadTime(dueAt === undefined)
              if (dueAt !== undefined) onChange({ dueAt })
            }}
          />
        </div>
        <TextField
          label={t('field.correctReason')}
          value={reason}
          required
          maxLength={1000}
          problem={problems.reason ? t('problem.text') : problems.nothing ? t('problem.nothing') : undefined}
          onChange={props.onReason}
        />
        <FormFooter submit={t('act.corrected')} pending={pending} escape onCancel={props.onCancel} />
      </EnterForm>
    </Dialog>
  )
}
