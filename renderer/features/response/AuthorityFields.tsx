import { useTranslation } from 'react-i18next'
import { MEANS, type Means } from '../../../shared/domain/values.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { PickField } from '../../components/PickField.tsx'
import type { PickOption } from '../../components/pickOptions.ts'
import { TextField } from '../../components/TextField.tsx'
import { type AuthorityForm, isHead, type Person, personOf, problemOf } from './authority.ts'

export interface AuthorityFieldsProps {
  readonly form: AuthorityForm
  readonly people: readonly Person[]
  readonly now: number
  /** The person tried to confirm. */
  readonly asked: boolean
  readonly autoFocus?: boolean
  onChange(part: Partial<AuthorityForm>): void
}

/** By what means people tell. */
export const SPOKEN: readonly Means[] = MEANS.filter((means) => means !== 'system')

/** On whose word: the head's, or with a reason somebody else's. */
export function AuthorityFields({ form, people, now, asked, autoFocus = false, onChange }: AuthorityFieldsProps) {
  const { t } = useTranslation('response')
  const problem = asked ? problemOf(form, people) : null
  return (
    <>
      <div className="form-row">
        <PickField
          label={t('field.authority')}
          required
          free
          autoFocus={autoFocus}
          options={people.map(pickPerson)}
          value={form.who}
          problem={problem === 'who' ? t('problem.who') : undefined}
          onChange={(who) => onChange({ who: who ?? '' })}
        />
        <MomentField
          label={t('field.authorityAt')}
          value={form.at ?? null}
          lean="past"
          now={now}
          placeholder={t('field.now')}
          onChange={(at) => onChange({ at })}
        />
      </div>
      <ChoiceField<Means>
        label={t('field.authorityMeans')}
        value={form.means}
        options={SPOKEN.map((value) => ({ value, label: t(`sentences:word.means.${value}`) }))}
        onChange={(means) => onChange({ means })}
      />
      {form.who.trim() !== '' && !isHead(personOf(people, form.who)) ? (
        <TextField
          label={t('field.instead')}
          hint={t('field.insteadHint')}
          required
          maxLength={1000}
          value={form.instead}
          problem={problem === 'instead' ? t('problem.instead') : undefined}
          onChange={(instead) => onChange({ instead })}
        />
      ) : null}
    </>
  )
}

export function pickPerson({ id, name, post }: Person): PickOption {
  return post ? { id, label: name, note: post } : { id, label: name }
}
