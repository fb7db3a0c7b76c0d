import { useTranslation } from 'react-i18next'
import { readEquipment } from '../../../shared/domain/team/equipment.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { teamKinds } from './kinds.ts'
import type { FormProblems, TeamForm } from './model.ts'

export interface TeamFormViewProps {
  readonly mode: 'add' | 'edit'
  readonly form: TeamForm
  readonly villages: readonly { readonly id: string; readonly name: string; readonly registered: boolean }[]
  /** Shown once the person tried to save. */
  readonly problems: FormProblems<TeamForm>
  /** Why the desk refused, in words. */
  readonly problem: string | undefined
  readonly pending: boolean
  onChange(part: Partial<TeamForm>): void
  onSave(): void
  onCancel(): void
}

/** All of a team but its people: typed from top to bottom, saved with Enter. */
export function TeamFormView(props: TeamFormViewProps) {
  const { t, i18n } = useTranslation('teams')
  const { form, problems, onChange } = props
  const title = t(props.mode === 'add' ? 'form.addTitle' : 'form.editTitle')
  const say = (field: keyof TeamForm) => (problems[field] ? t(`problem.${problems[field]}`) : undefined)
  const text = (field: Exclude<keyof TeamForm, 'kind' | 'village'>) => ({
    label: t(`form.${field}`),
    value: form[field],
    problem: say(field),
    maxLength: 200,
    onChange: (value: string) => onChange({ [field]: value }),
  })
  const kinds = teamKinds.map(({ key, name }) => ({ id: key, label: name[i18n.language] ?? key }))
  const villages = props.villages.map(({ id, name, registered }) => ({
    id,
    label: registered ? name : t('form.villageNew', { name }),
  }))
  const items = readEquipment(form.equipment)
  const read = items.map(
    ({ name, count, unit }) => `${name} ${count === undefined ? t('form.unknownCount') : `${count}${unit}`}`,
  )
  return (
    <FormDialog
      title={title}
      wide
      problem={props.problem}
      submit={t('form.save')}
      pending={props.pending}
      onSubmit={props.onSave}
      onCancel={props.onCancel}
    >
      <div className="teams-form">
        <TextField {...text('name')} required autoFocus />
        <PickField
          label={t('form.kind')}
          required
          options={kinds}
          value={form.kind}
          problem={say('kind')}
          onChange={(kind) => onChange({ kind })}
        />
        <PickField
          label={t('form.village')}
          hint={t('form.villageHint')}
          options={villages}
          value={form.village}
          onChange={(village) => onChange({ village })}
        />
        <TextField {...text('leader')} />
        <TextField {...text('leaderPhone')} type="tel" />
        <TextField {...text('phone')} type="tel" />
        <TextField {...text('strength')} hint={t('form.strengthHint')} />
        <TextField {...text('skills')} hint={t('form.skillsHint')} />
        <TextField {...text('note')} />
      </div>
      <TextAreaField
        {...text('equipment')}
        maxLength={5000}
        rows={2}
        hint={read.length > 0 ? t('form.equipmentRead', { text: read.join('；') }) : t('form.equipmentHint')}
      />
    </FormDialog>
  )
}
