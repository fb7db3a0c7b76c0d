import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signature, Signer } from '../../../shared/ipc/reports.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface SignFormProps {
  readonly signers: readonly Signer[]
  readonly now: number
  readonly pending: boolean
  /** Why the desk refused, in words. */
  readonly problem: string | undefined
  onSign(signature: Signature): void
  onCancel(): void
}

/** 签发: the leader's own password here, or 电话同意 as the officer notes it. The officer's session stays as it is. */
export function SignForm({ signers, now, pending, problem, onSign, onCancel }: SignFormProps) {
  const { t } = useTranslation('reports')
  const [first] = signers
  const [person, setPerson] = useState<string | null>(first?.id ?? null)
  const [how, setHow] = useState<Signature['how']>(first?.canSignIn ? 'signedIn' : 'phone')
  const [password, setPassword] = useState('')
  const [typedPhone, setTypedPhone] = useState<string | null>(null)
  const [at, setAt] = useState<number | null | undefined>(null)
  const [asked, setAsked] = useState(false)
  const chosen = signers.find(({ id }) => id === person)
  const phone = typedPhone ?? chosen?.phone ?? ''
  const missing = (value: string) => (asked && value.trim() === '' ? t('form.needed') : undefined)
  const sign = () => {
    setAsked(true)
    if (pending || !person || at === undefined) return
    if (how === 'signedIn' && password !== '') {
      onSign({ how, person, password })
      // A wrong password cannot be seen and is typed anew.
      setPassword('')
    }
    if (how === 'phone' && phone.trim() !== '') onSign({ how, person, at: at ?? Date.now(), phone: phone.trim() })
  }
  return (
    <EnterForm label={t('sign.title')} className="form-column report-act" onSubmit={sign}>
      <p className="muted">{t('sign.explanation')}</p>
      <div className="form-row">
        <PickField
          label={t('sign.person')}
          required
          options={signers.map(({ id, name, post, onDuty }) => ({
            id,
            label: name,
            note: [post, onDuty ? t('sign.onDuty') : ''].filter(Boolean).join(' '),
          }))}
          value={person}
          problem={asked && !person ? t('form.needed') : undefined}
          onChange={setPerson}
        />
        <ChoiceField<Signature['how']>
          label={t('sign.how')}
          value={how}
          options={(['signedIn', 'phone'] as const).map((value) => ({ value, label: t(`sign.${value}`) }))}
          onChange={setHow}
        />
      </div>
      {how === 'signedIn' ? (
        <TextField
          key="password"
          label={t('sign.password', { name: chosen?.name ?? '' })}
          hint={chosen && !chosen.canSignIn ? t('sign.noPassword') : undefined}
          type="password"
          autoFocus
          required
          autoComplete="off"
          maxLength={200}
          value={password}
          problem={problem ?? missing(password)}
          onChange={setPassword}
        />
      ) : (
        <div className="form-row" key="phone">
          <TextField
            label={t('sign.phoneNumber')}
            type="tel"
            autoFocus
            required
            maxLength={200}
            value={phone}
            problem={problem ?? missing(phone)}
            onChange={setTypedPhone}
          />
          <MomentField
            label={t('sign.at')}
            value={at ?? null}
            lean="past"
            now={now}
            placeholder={t('sign.now')}
            onChange={setAt}
          />
        </div>
      )}
      <FormFooter submit={t('sign.do')} pending={pending} onCancel={onCancel} />
    </EnterForm>
  )
}
