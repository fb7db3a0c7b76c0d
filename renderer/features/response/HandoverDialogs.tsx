import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Handover } from '../../../shared/domain/response/response.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { ActDialogFrame } from '../incidents/ActDialog.tsx'
import { pickPerson } from './AuthorityFields.tsx'
import { commanderArgs, type Person } from './authority.ts'
import { commanderText } from './CommandView.tsx'
import { SaidDialog } from './SaidDialog.tsx'

export interface OfferDialogProps extends ActDialogFrame {
  readonly people: readonly Person[]
  readonly now: number
  onConfirm(values: Omit<ArgsOf<'response.offerCommand'>, 'incident' | 'base'>): void
}

/** 移交指挥: to somebody of the township, or to a county commander by name and post. */
export function OfferDialog({ people, now, onConfirm, ...frame }: OfferDialogProps) {
  const { t } = useTranslation('response')
  const [who, setWho] = useState('')
  const [post, setPost] = useState('')
  const registered = people.some(({ id }) => id === who)
  return (
    <SaidDialog
      {...frame}
      title={t('offer.title')}
      explanation={t('offer.explanation')}
      confirm={t('offer.confirm')}
      now={now}
      byLabel={null}
      textLabel={t('field.note')}
      ready={who.trim() !== ''}
      onConfirm={({ means, at, text }) => {
        const to = commanderArgs(who, people)
        onConfirm({ to: registered ? to : { ...to, post: post.trim() }, at, means, ...(text ? { note: text } : {}) })
      }}
    >
      <PickField
        label={t('offer.to')}
        hint={t('offer.toHint')}
        required
        free
        autoFocus
        options={people.map(pickPerson)}
        value={who}
        onChange={(value) => setWho(value ?? '')}
      />
      {registered ? null : <TextField label={t('offer.post')} maxLength={200} value={post} onChange={setPost} />}
    </SaidDialog>
  )
}

export interface AnswerDialogProps extends ActDialogFrame {
  readonly handover: Handover
  readonly now: number
  onConfirm(values: Omit<ArgsOf<'response.answerCommand'>, 'incident' | 'base'>): void
}

/** 接受 or 不接受, as the other side said it. */
export function AnswerDialog({ handover, now, onConfirm, ...frame }: AnswerDialogProps) {
  const { t } = useTranslation('response')
  const [answer, setAnswer] = useState<'accepted' | 'declined'>('accepted')
  return (
    <SaidDialog
      {...frame}
      title={t('answer.title', { to: commanderText(handover.to) })}
      confirm={t('field.record')}
      now={now}
      by={handover.to.name}
      byLabel={t('field.by')}
      textLabel={answer === 'accepted' ? t('field.note') : t('common:reason.label')}
      textRequired={answer === 'declined'}
      onConfirm={({ by, means, at, text }) =>
        onConfirm({
          transfer: handover.id,
          accepted: answer === 'accepted',
          by,
          means,
          at,
          ...(text ? { reason: text } : {}),
        })
      }
    >
      <ChoiceField<'accepted' | 'declined'>
        label={t('answer.label')}
        value={answer}
        options={[
          { value: 'accepted', label: t('answer.accepted') },
          { value: 'declined', label: t('answer.declined') },
        ]}
        onChange={setAnswer}
      />
    </SaidDialog>
  )
}
