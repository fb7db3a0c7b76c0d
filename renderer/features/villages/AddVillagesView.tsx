import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
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
    <Dialog title={t('add')} onCancel={onClose}>
      <EnterForm label={t('add')} className="form-column" onSubmit={onAdd}>
        <TextAreaField label={t('names')} hint={t('namesHint')} autoFocus rows={8} value={names} onChange={onNames} />
        <p role="status">{t('count', { count })}</p>
        {refusal ? (
          <p className="field-problem" role="alert">
            {refusal}
          </p>
        ) : null}
        <div className="dialog-buttons">
          <Button onClick={onClose} hotkey="Esc">
            {t('common:form.cancel')}
          </Button>
          <Button submit kind="primary" pending={pending} hotkey="Ctrl+Enter">
            {t('people:save')}
          </Button>
        </div>
      </EnterForm>
    </Dialog>
  )
}
