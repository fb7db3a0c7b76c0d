import { useTranslation } from 'react-i18next'
import { ORGANISATIONS } from '../../../shared/domain/township/events.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { organisationOfName } from './model.ts'
import type { StepProps } from './stepProps.ts'

/** Which township this console belongs to. */
export function TownshipStep({ form, problems, onChange }: StepProps) {
  const { t } = useTranslation('setup')
  const problem = (field: keyof typeof problems) => problems[field] && t(`problem.${problems[field]}`)
  return (
    <>
      <div className="setup-pair">
        <TextField
          label={t('field.county')}
          hint={t('hint.county')}
          required
          autoFocus
          maxLength={200}
          value={form.county}
          problem={problem('county')}
          onChange={(county) => onChange({ county })}
        />
        <TextField
          label={t('field.name')}
          hint={t('hint.name')}
          required
          maxLength={200}
          value={form.name}
          problem={problem('name')}
          onChange={(name) => onChange({ name, organisation: organisationOfName(name) ?? form.organisation })}
        />
      </div>
      <TextField
        label={t('field.division')}
        hint={t('hint.division')}
        required
        maxLength={20}
        value={form.division}
        problem={problem('division')}
        onChange={(division) => onChange({ division })}
      />
      <ChoiceField
        label={t('field.organisation')}
        value={form.organisation}
        options={ORGANISATIONS.map((value) => ({ value, label: t(`organisation.${value}`) }))}
        onChange={(organisation) => onChange({ organisation })}
      />
      {problems.organisation ? <p className="field-problem">{t('problem.organisation')}</p> : null}
    </>
  )
}
