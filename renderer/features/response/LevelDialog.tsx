import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RESPONSE_LEVELS, type ResponseLevel } from '../../../shared/domain/response/levels.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { ReasonField } from '../../components/ReasonField.tsx'
import { ActDialog, type ActDialogFrame } from '../incidents/ActDialog.tsx'
import { AuthorityFields } from './AuthorityFields.tsx'
import { type AuthorityForm, authorityArgs, authorityFrom, type Person, problemOf } from './authority.ts'

/** A change of level, or the end. */
export type LevelValues = Omit<ArgsOf<'response.end'>, 'incident' | 'base'> & { readonly level: ResponseLevel }

export interface LevelDialogProps extends ActDialogFrame {
  /** Present level; null: it is the end that is asked for. */
  readonly level: ResponseLevel | null
  readonly people: readonly Person[]
  readonly atDesk: string
  readonly now: number
  onConfirm(values: LevelValues): void
}

/** 调整级别 or 终止应急响应, on the head's word and with the reason. */
export function LevelDialog({ level, people, atDesk, now, onConfirm, ...frame }: LevelDialogProps) {
  const { t } = useTranslation('response')
  const act = level === null ? 'end' : 'changeLevel'
  const [next, setNext] = useState<ResponseLevel>(level ?? 'firstResponse')
  const [authority, setAuthority] = useState<AuthorityForm>(() => authorityFrom(people, atDesk))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const confirm = () => {
    setAsked(true)
    if (problemOf(authority, people) !== null || reason.trim() === '') return
    const at = Date.now()
    onConfirm({ at, level: next, authority: authorityArgs(authority, people, at), reason: reason.trim() })
  }
  return (
    <ActDialog
      {...frame}
      wide
      title={t(`${act}.title`)}
      explanation={t(`${act}.explanation`)}
      confirm={t(`${act}.confirm`)}
      onConfirm={confirm}
    >
      <ReasonField value={reason} asked={asked} autoFocus onChange={setReason} />
      {level === null ? null : (
        <ChoiceField<ResponseLevel>
          label={t('field.level')}
          value={next}
          options={RESPONSE_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          onChange={setNext}
        />
      )}
      <AuthorityFields
        form={authority}
        people={people}
        now={now}
        asked={asked}
        onChange={(part) => setAuthority({ ...authority, ...part })}
      />
    </ActDialog>
  )
}
