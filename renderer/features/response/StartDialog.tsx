import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RESPONSE_LEVELS, type ResponseLevel } from '../../../shared/domain/response/levels.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { PickField } from '../../components/PickField.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { ActDialog, type ActDialogFrame } from '../incidents/ActDialog.tsx'
import { AuthorityFields, pickPerson } from './AuthorityFields.tsx'
import { type AuthorityForm, authorityArgs, authorityFrom, commanderArgs, type Person, problemOf } from './authority.ts'

export type StartValues = Omit<ArgsOf<'response.start'>, 'incident' | 'base'>

export interface StartDialogProps extends ActDialogFrame {
  readonly people: readonly Person[]
  /** Id of whoever is signed in. */
  readonly atDesk: string
  readonly receivedAt: number
  readonly now: number
  onConfirm(values: StartValues): void
}

/** 启动应急响应: everything is filled in for the usual case, Enter starts it. */
export function StartDialog({ people, atDesk, receivedAt, now, onConfirm, ...frame }: StartDialogProps) {
  const { t } = useTranslation('response')
  const [level, setLevel] = useState<ResponseLevel>('firstResponse')
  const [authority, setAuthority] = useState<AuthorityForm>(() => authorityFrom(people, atDesk))
  const [commander, setCommander] = useState<string | null>(null)
  const [since, setSince] = useState<number | null | undefined>(receivedAt)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const commands = commander ?? authority.who
  const confirm = () => {
    setAsked(true)
    if (problemOf(authority, people) !== null || since === undefined || commands.trim() === '') return
    const at = Date.now()
    onConfirm({
      at,
      level,
      authority: authorityArgs(authority, people, at),
      commander: commanderArgs(commands, people),
      since: Math.min(since ?? receivedAt, at),
      ...(note.trim() ? { note: note.trim() } : {}),
    })
  }
  return (
    <ActDialog
      {...frame}
      wide
      title={t('start.title')}
      explanation={t('start.explanation')}
      confirm={t('start.confirm')}
      onConfirm={confirm}
    >
      <AuthorityFields
        form={authority}
        people={people}
        now={now}
        asked={asked}
        autoFocus
        onChange={(part) => setAuthority({ ...authority, ...part })}
      />
      <ChoiceField<ResponseLevel>
        label={t('field.level')}
        value={level}
        options={RESPONSE_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
        onChange={setLevel}
      />
      <div className="form-row">
        <PickField
          label={t('field.commander')}
          required
          free
          options={people.map(pickPerson)}
          value={commands}
          problem={asked && commands.trim() === '' ? t('problem.who') : undefined}
          onChange={(who) => setCommander(who ?? '')}
        />
        <MomentField
          label={t('field.since')}
          hint={t('field.sinceHint')}
          value={since ?? null}
          lean="past"
          now={now}
          onChange={setSince}
        />
      </div>
      <TextAreaField label={t('field.note')} rows={2} maxLength={10_000} value={note} onChange={setNote} />
    </ActDialog>
  )
}
