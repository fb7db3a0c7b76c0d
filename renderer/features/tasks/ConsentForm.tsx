import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsentingLeader } from '../../../shared/ipc/tasks.ts'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { Draft } from '../../components/useDraft.ts'
import type { ConsentDraft } from './actDraft.ts'
import './taskDetail.css'

export interface Consent {
  readonly person: { readonly id: string; readonly name: string }
  readonly phone: string
  /** ms; null: at this moment. */
  readonly at: number | null
}

export interface ConsentFormProps {
  /** Whoever leads tonight first. */
  readonly leaders: readonly ConsentingLeader[]
  readonly now: number
  readonly pending: boolean
  /** What was left of an earlier time; what is typed is kept. */
  readonly draft: Pick<Draft<ConsentDraft>, 'found' | 'keep'>
  onSave(consent: Consent): void
  onCancel(): void
}

/** 核销 on a leader's word by telephone, when nobody else is on duty: who, at which number, when. */
export function ConsentForm({ leaders, now, pending, draft, onSave, onCancel }: ConsentFormProps) {
  const { t } = useTranslation('tasks')
  const { found } = draft
  const [person, setPerson] = useState<string | null>(found?.person ?? leaders[0]?.id ?? null)
  const [typedPhone, setTypedPhone] = useState<string | null>(found?.phone ?? null)
  const [at, setAt] = useState<number | null | undefined>(found?.at ?? null)
  const keep = (part: Partial<ConsentDraft>) => draft.keep({ person, phone: typedPhone, at: at ?? null, ...part })
  const [asked, setAsked] = useState(false)
  const leader = leaders.find(({ id }) => id === person)
  const phone = (typedPhone ?? leader?.phone ?? '').trim()
  const save = () => {
    setAsked(true)
    if (pending || !leader || phone === '' || at === undefined) return
    onSave({ person: { id: leader.id, name: leader.name }, phone, at })
  }
  return (
    <EnterForm label={t('verify.title')} className="task-act" onSubmit={save}>
      <h3>{t('verify.title')}</h3>
      <p className="muted">{t('verify.hint')}</p>
      <div className="form-row">
        <PickField
          label={t('verify.leader')}
          required
          options={leaders.map(({ id, name, post, onDuty }) => ({
            id,
            label: name,
            note: [post, onDuty ? t('verify.leaderOnDuty') : ''].filter(Boolean).join(' '),
          }))}
          value={person}
          problem={asked && !leader ? t('verify.needed') : undefined}
          onChange={(chosen) => {
            setPerson(chosen)
            keep({ person: chosen })
          }}
        />
        <TextField
          label={t('verify.phone')}
          type="tel"
          autoFocus
          required
          maxLength={200}
          value={typedPhone ?? leader?.phone ?? ''}
          problem={asked && phone === '' ? t('verify.needed') : undefined}
          onChange={(typed) => {
            setTypedPhone(typed)
            keep({ phone: typed })
          }}
        />
        <MomentField
          label={t('verify.at')}
          value={at ?? null}
          lean="past"
          now={now}
          placeholder={t('field.now')}
          onChange={(typed) => {
            setAt(typed)
            keep({ at: typed ?? null })
          }}
        />
      </div>
      <FormFooter submit={t('verify.do')} pending={pending} onCancel={onCancel} />
    </EnterForm>
  )
}
