import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { PickField } from '../../components/PickField.tsx'
import type { PickOption } from '../../components/pickOptions.ts'
import { TextField } from '../../components/TextField.tsx'

export interface MergeViewProps {
  readonly title: string
  readonly explanation: string
  readonly label: string
  readonly options: readonly PickOption[]
  readonly into: string | null
  readonly reason: string
  readonly asked: boolean
  readonly pending: boolean
  readonly refusal: string | undefined
  onInto(id: string | null): void
  onReason(reason: string): void
  onMerge(): void
  onClose(): void
}

/** Says that two records are one: which one stands, and why. For people and for villages. */
export function MergeView(props: MergeViewProps) {
  const { title, explanation, label, options, into, reason, asked, pending, refusal } = props
  const { t } = useTranslation('people')
  return (
    <Dialog title={title} onCancel={props.onClose}>
      <p className="muted">{explanation}</p>
      <EnterForm label={title} className="form-column" onSubmit={props.onMerge}>
        <PickField
          label={label}
          required
          autoFocus
          options={options}
          value={into}
          problem={asked && into === null ? t('mergeMissing') : undefined}
          onChange={props.onInto}
        />
        <TextField
          label={t('common:reason.label')}
          required
          maxLength={1000}
          value={reason}
          problem={asked && reason.trim() === '' ? t('common:reason.missing') : undefined}
          onChange={props.onReason}
        />
        {refusal ? (
          <p className="field-problem" role="alert">
            {refusal}
          </p>
        ) : null}
        <div className="dialog-buttons">
          <Button onClick={props.onClose} hotkey="Esc">
            {t('common:form.cancel')}
          </Button>
          <Button submit kind="primary" pending={pending} hotkey="Enter">
            {t('act.merge')}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
