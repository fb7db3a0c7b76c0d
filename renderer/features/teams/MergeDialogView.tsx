import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../components/FormDialog.tsx'
import { PickField } from '../../components/PickField.tsx'
import { ReasonField } from '../../components/ReasonField.tsx'

export interface MergeDialogViewProps {
  readonly team: string
  readonly others: readonly { readonly id: string; readonly name: string; readonly village: string }[]
  readonly pending: boolean
  readonly problem: string | undefined
  onConfirm(into: string, reason: string): void
  onCancel(): void
}

/** Says which other record is the same team. */
export function MergeDialogView({ team, others, pending, problem, onConfirm, onCancel }: MergeDialogViewProps) {
  const { t } = useTranslation('teams')
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const title = t('mergeDialog.title', { name: team })
  const confirm = () => {
    setAsked(true)
    if (into !== null && reason.trim() !== '' && !pending) onConfirm(into, reason.trim())
  }
  return (
    <FormDialog
      title={title}
      explanation={t('mergeDialog.explanation')}
      submit={t('mergeDialog.confirm')}
      pending={pending}
      onSubmit={confirm}
      onCancel={onCancel}
    >
      <PickField
        label={t('mergeDialog.into')}
        required
        autoFocus
        placeholder={t('mergeDialog.intoHint')}
        problem={asked && into === null ? t('mergeDialog.needed') : undefined}
        options={others.map(({ id, name, village }) => ({ id, label: name, note: village }))}
        value={into}
        onChange={setInto}
      />
      <ReasonField value={reason} asked={asked} problem={problem} onChange={setReason} />
    </FormDialog>
  )
}
