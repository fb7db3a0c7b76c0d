import { useTranslation } from 'react-i18next'
import type { Joined } from '../../../shared/ipc/join.ts'
import { Button } from '../../components/Button.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { NewPasswordFields } from '../../components/NewPasswordFields.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { type ClaimForm, type ClaimProblems, SHORTEST_PASSWORD } from './model.ts'

export interface ClaimViewProps {
  readonly joined: Joined
  readonly form: ClaimForm
  readonly problems: ClaimProblems
  readonly pending: boolean
  readonly refusal: string | undefined
  onChange(part: Partial<ClaimForm>): void
  onClaim(): void
  /** To choose a file again, or to found the township from here. */
  onOtherWay(): void
}

/** The township's records are here; now an administrator proves themselves and takes the console over. */
export function ClaimView(props: ClaimViewProps) {
  const { joined, form, problems, pending, refusal, onChange, onClaim, onOtherWay } = props
  const { t } = useTranslation('setup')
  if (joined.administrators.length === 0) return <Waiting joined={joined} onOtherWay={onOtherWay} />
  const problem = (field: keyof ClaimProblems) =>
    problems[field] && t(`problem.${problems[field]}`, { least: SHORTEST_PASSWORD })
  return (
    <EnterForm label={t('claim.title')} className="form-column" onSubmit={onClaim}>
      <h2>{t('claim.joined', { township: joined.township })}</h2>
      <p className="muted">{t('claim.how')}</p>
      <PickField
        label={t('claim.person')}
        required
        autoFocus
        options={joined.administrators.map(({ id, name, post }) => ({ id, label: name, note: post }))}
        value={form.person}
        problem={problem('person')}
        onChange={(person) => onChange({ person })}
      />
      <TextField
        label={t(joined.by === 'hub' ? 'join.hubCode' : 'join.code')}
        hint={t('claim.codeHint')}
        required
        maxLength={100}
        value={form.code}
        problem={problem('code')}
        onChange={(code) => onChange({ code })}
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
      <TextField
        label={t('field.console')}
        hint={joined.letter ? t('claim.letter', { letter: joined.letter }) : t('hint.console')}
        required
        maxLength={200}
        value={form.console}
        problem={problem('console')}
        onChange={(console) => onChange({ console })}
      />
      <FormFooter
        problem={refusal}
        submit={pending ? t('creating') : t('create')}
        pending={pending}
        cancel={t('claim.other')}
        onCancel={onOtherWay}
      />
    </EnterForm>
  )
}

/** Nobody to prove: an import that was broken off, or a hub whose records have not come yet. */
function Waiting({ joined, onOtherWay }: { readonly joined: Joined; onOtherWay(): void }) {
  const { t } = useTranslation('setup')
  return (
    <div className="form-column">
      <h2>{t(`claim.waiting.${joined.by}`)}</h2>
      <p role="status">{t('claim.received', { count: joined.events })}</p>
      <p className="muted">{t(`claim.waitingHint.${joined.by}`)}</p>
      <div className="dialog-buttons">
        <Button kind="primary" onClick={onOtherWay}>
          {t(`claim.otherWay.${joined.by}`)}
        </Button>
      </div>
    </div>
  )
}
