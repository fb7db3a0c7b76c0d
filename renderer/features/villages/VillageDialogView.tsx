import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { PickField } from '../../components/PickField.tsx'
import type { PickOption } from '../../components/pickOptions.ts'
import { TextField } from '../../components/TextField.tsx'
import type { VillageForm } from './model.ts'
import './villages.css'

export interface VillageDialogViewProps {
  readonly title: string
  readonly form: VillageForm
  readonly people: readonly PickOption[]
  readonly nameMissing: boolean
  readonly pending: boolean
  readonly refusal: string | undefined
  readonly notes: readonly string[]
  readonly actions: ReactNode
  onChange(form: VillageForm): void
  onSave(): void
  onClose(): void
}

export function VillageDialogView(props: VillageDialogViewProps) {
  const { title, form, people, nameMissing, pending, refusal, notes, actions, onChange, onSave, onClose } = props
  const { t } = useTranslation('villages')
  return (
    <Dialog title={title} onCancel={onClose}>
      {notes.map((note) => (
        <p key={note} className="muted">
          {note}
        </p>
      ))}
      <EnterForm label={title} className="form-column" onSubmit={onSave}>
        <TextField
          label={t('column.name')}
          required
          autoFocus
          maxLength={200}
          value={form.name}
          problem={nameMissing ? t('nameMissing') : undefined}
          onChange={(name) => onChange({ ...form, name })}
        />
        <TextField
          label={t('column.code')}
          hint={t('codeHint')}
          maxLength={12}
          value={form.code}
          onChange={(code) => onChange({ ...form, code })}
        />
        <PickField
          label={t('column.responsible')}
          hint={t('responsibleHint')}
          options={people}
          value={form.responsible}
          onChange={(responsible) => onChange({ ...form, responsible })}
        />
        <div className="villages-actions">{actions}</div>
        <FormFooter problem={refusal} submit={t('people:save')} pending={pending} escape onCancel={onClose} />
      </EnterForm>
    </Dialog>
  )
}
