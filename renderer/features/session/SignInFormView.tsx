import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInOption } from '../../../shared/ipc/session.ts'
import { Button } from '../../components/Button.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { NewPasswordFields } from '../../components/NewPasswordFields.tsx'
import { PickField } from '../../components/PickField.tsx'
import { Refusal } from '../../components/Refusal.tsx'
import { TextField } from '../../components/TextField.tsx'
import { type Proof, pickOptionsOf, SHORTEST_PASSWORD, type SignInForm, type SignInProblems } from './model.ts'

export interface SignInFormViewProps {
  readonly options: readonly SignInOption[]
  readonly form: SignInForm
  readonly problems: SignInProblems
  readonly pending: boolean
  /** Why the desk refused, in words. */
  readonly refusal: string | undefined
  onPerson(id: string | null): void
  onProof(proof: Proof): void
  onChange(part: Partial<SignInForm>): void
  onSubmit(): void
  /** A dialog can be left; the sign-in page cannot. */
  onCancel?(): void
}

/** Name and password, or a code and a new password: the same form on the sign-in page, the lock screen and in 换人. */
export function SignInFormView(props: SignInFormViewProps) {
  const { options, form, problems, pending, refusal, onPerson, onProof, onChange, onSubmit, onCancel } = props
  const { t } = useTranslation('session')
  const element = useRef<HTMLDivElement>(null)
  const chosen = options.find(({ id }) => id === form.person)
  const problem = (field: keyof SignInProblems) =>
    problems[field] && t(`problem.${problems[field]}`, { least: SHORTEST_PASSWORD })
  const toSecret = () => element.current?.querySelector<HTMLInputElement>('[data-secret] input')?.focus()
  return (
    <EnterForm label={t('signIn')} className="form-column" onSubmit={onSubmit}>
      <div ref={element} className="form-column">
        <PickField
          label={t('person')}
          required
          autoFocus={form.person === null}
          options={pickOptionsOf(options, (role) => t(`people:role.${role}`))}
          value={form.person}
          problem={problem('person')}
          onChange={onPerson}
          onPicked={toSecret}
        />
        {chosen?.access === 'none' && form.proof === 'password' ? <p className="field-hint">{t('noAccess')}</p> : null}
        <div data-secret>
          <TextField
            key={form.proof}
            label={t(`secret.${form.proof}`)}
            type={form.proof === 'password' ? 'password' : 'text'}
            autoComplete={form.proof === 'password' ? 'current-password' : 'off'}
            required
            autoFocus={form.person !== null}
            maxLength={200}
            value={form.secret}
            problem={problem('secret')}
            onChange={(secret) => onChange({ secret })}
          />
        </div>
        {form.proof === 'password' ? null : (
          <div className="session-pair">
            <NewPasswordFields
              labels={{
                password: t('newPassword'),
                hint: t('newPasswordHint', { least: SHORTEST_PASSWORD }),
                again: t('again'),
              }}
              {...form}
              problems={{ password: problem('password'), again: problem('again') }}
              onChange={onChange}
            />
          </div>
        )}
      </div>
      <Refusal text={refusal} />
      <div className="dialog-buttons session-buttons">
        <OtherWays form={form} administrator={chosen?.roles.includes('administrator') ?? false} onProof={onProof} />
        {onCancel ? (
          <Button onClick={onCancel} hotkey="Esc">
            {t('common:form.cancel')}
          </Button>
        ) : null}
        <Button submit kind="primary" pending={pending} hotkey="Enter">
          {t(form.proof === 'password' ? 'signIn' : 'setAndSignIn')}
        </Button>
      </div>
    </EnterForm>
  )
}

interface OtherWaysProps {
  readonly form: SignInForm
  readonly administrator: boolean
  onProof(proof: Proof): void
}

/** For those who have no password here or forgot it. */
function OtherWays({ form, administrator, onProof }: OtherWaysProps) {
  const { t } = useTranslation('session')
  const ways = (['password', 'code', 'recovery'] as const).filter(
    (proof) => proof !== form.proof && (proof !== 'recovery' || administrator),
  )
  return (
    <div className="session-ways">
      {ways.map((proof) => (
        <Button key={proof} kind="quiet" size="small" onClick={() => onProof(proof)}>
          {t(`way.${proof}`)}
        </Button>
      ))}
    </div>
  )
}
