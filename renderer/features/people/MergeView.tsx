import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { PickField } from '../../components/PickField.tsx'
import type { PickOption } from '../../components/pickOptions.ts'
import { ReasonField } from '../../components/ReasonField.tsx'

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
        <ReasonField value={reason} asked={asked} onChange={props.onReason} />
        <FormFooter problem={refusal} submit={t('act.merge')} pending={pending} escape onCancel={props.onClose} />
      </EnterForm>
    </Dialog>
  )
}
