import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '../../../shared/domain/values.ts'
import { CheckField } from '../../components/CheckField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { TextField } from '../../components/TextField.tsx'
import { type PersonForm, withRole } from './model.ts'
import './people.css'

export interface PersonDialogViewProps {
  readonly title: string
  readonly form: PersonForm
  /** Enter was pressed without a name. */
  readonly nameMissing: boolean
  /** Roles may be given and taken. */
  readonly mayAuthorise: boolean
  readonly pending: boolean
  readonly refusal: string | undefined
  /** What else can be done with this person. */
  readonly actions?: ReactNode
  /** What is to be known before editing: revoked, merged, edited elsewhere at the same time. */
  readonly notes?: readonly string[]
  onChange(form: PersonForm): void
  onSave(): void
  onClose(): void
}

/** A person to be added or edited. */
export function PersonDialogView(props: PersonDialogViewProps) {
  const {
    title,
    form,
    nameMissing,
    mayAuthorise,
    pending,
    refusal,
    actions,
    notes = [],
    onChange,
    onSave,
    onClose,
  } = props
  const { t } = useTranslation('people')
  return (
    <Dialog title={title} onCancel={onClose}>
      {notes.map((note) => (
        <p key={note} className="people-note">
          {note}
        </p>
      ))}
      <EnterForm label={title} className="form-column" onSubmit={onSave}>
        <div className="people-pair">
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
            label={t('column.phone')}
            type="tel"
            maxLength={25}
            value={form.phone}
            onChange={(phone) => onChange({ ...form, phone })}
          />
        </div>
        <TextField
          label={t('column.post')}
          maxLength={200}
          value={form.post}
          onChange={(post) => onChange({ ...form, post })}
        />
        <fieldset className="people-roles">
          <legend className="field-label">{t('column.roles')}</legend>
          {ROLES.map((role) => (
            <CheckField
              key={role}
              label={t(`role.${role}`)}
              checked={form.roles.includes(role)}
              disabled={!mayAuthorise}
              onChange={(held) => onChange(withRole(form, role, held))}
            />
          ))}
        </fieldset>
        <p className="field-hint">{t(mayAuthorise ? 'rolesHint' : 'rolesForAdministrators')}</p>
        {actions ? <div className="people-actions">{actions}</div> : null}
        <FormFooter problem={refusal} submit={t('save')} pending={pending} escape onCancel={onClose} />
      </EnterForm>
    </Dialog>
  )
}
