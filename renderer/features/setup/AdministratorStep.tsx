import { useTranslation } from 'react-i18next'
import { CheckField } from '../../components/CheckField.tsx'
import { NewPasswordFields } from '../../components/NewPasswordFields.tsx'
import { TextField } from '../../components/TextField.tsx'
import { SHORTEST_PASSWORD } from './model.ts'
import type { StepProps } from './stepProps.ts'

/** Who looks after this console, and what the console is called. */
export function AdministratorStep({ form, problems, onChange }: StepProps) {
  const { t } = useTranslation('setup')
  const problem = (field: keyof typeof problems) =>
    problems[field] && t(`problem.${problems[field]}`, { least: SHORTEST_PASSWORD })
  return (
    <>
      <div className="setup-pair">
        <TextField
          label={t('field.person')}
          required
          autoFocus
          maxLength={200}
          value={form.person}
          problem={problem('person')}
          onChange={(person) => onChange({ person })}
        />
        <TextField
          label={t('field.post')}
          hint={t('hint.post')}
          maxLength={200}
          value={form.post}
          onChange={(post) => onChange({ post })}
        />
      </div>
      <TextField
        label={t('field.phone')}
        type="tel"
        maxLength={25}
        value={form.phone}
        onChange={(phone) => onChange({ phone })}
      />
      <div className="setup-pair">
        <NewPasswordFields
          labels={{
            password: t('field.password'),
            hint: t('hint.password', { least: SHORTEST_PASSWORD }),
            again: t('field.again'),
          }}
          {...form}
          problems={{ password: problem('password'), again: problem('again') }}
          onChange={onChange}
        />
      </div>
      <CheckField
        label={t('field.alsoOnDuty')}
        checked={form.alsoOnDuty}
        onChange={(alsoOnDuty) => onChange({ alsoOnDuty })}
      />
      <div className="setup-pair">
        <TextField
          label={t('field.console')}
          hint={t('hint.console')}
          required
          maxLength={200}
          value={form.console}
          problem={problem('console')}
          onChange={(console) => onChange({ console })}
        />
        <TextField
          label={t('field.letter')}
          hint={t('hint.letter')}
          required
          maxLength={1}
          value={form.letter}
          problem={problem('letter')}
          onChange={(letter) => onChange({ letter: letter.toUpperCase() })}
        />
      </div>
    </>
  )
}
