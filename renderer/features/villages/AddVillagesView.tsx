import { useTranslation } from 'react-i18next'
import { FormDialog } from '../../components/FormDialog.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'

export interface AddVillagesViewProps {
  readonly names: string
  readonly count: number
  readonly pending: boolean
  readonly refusal: string | undefined
  onNames(names: string): void
  onAdd(): void
  onClose(): void
}

export function AddVillagesView({ names, count, pending, refusal, onNames, onAdd, onClose }: AddVillagesViewProps) {
  const { t } = useTranslation('villages')
  return (
    <FormDialog
      title={t('add')}
      problem={refusal}
      submit={t('people:save')}
      hotkey="Ctrl+Enter"
      pending={pending}
      onSubmit={onAdd}
      onCancel={onClose}
    >
      <TextAreaField label={t('names')} hint={t('namesHint')} autoFocus rows={8} value={names} onChange={onNames} />
      <p role="status">{t('count', { count })}</p>
    </FormDialog>
  )
}
