import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HELP_OUTCOMES, type HelpOutcome } from '../../../shared/domain/response/events.ts'
import type { HelpRequest } from '../../../shared/domain/response/response.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { PickField } from '../../components/PickField.tsx'
import type { PickOption } from '../../components/pickOptions.ts'
import type { Draft } from '../../components/useDraft.ts'
import type { ActDialogFrame } from '../incidents/ActDialog.tsx'
import { EMPTY_HELP, type HelpDraft, helpDraftOf } from './helpDraft.ts'
import { SaidDialog } from './SaidDialog.tsx'

export interface HelpDialogProps extends ActDialogFrame {
  /** Bodies help can be asked of; any other name can be typed. */
  readonly bodies: readonly PickOption[]
  readonly now: number
  /** What was left of an earlier time; what is typed is kept. */
  readonly draft: Pick<Draft<HelpDraft>, 'found' | 'keep'>
  onConfirm(values: Omit<ArgsOf<'response.askHelp'>, 'incident' | 'base'>): void
}

/** 请求支援: of whom, what, who took it. */
export function HelpDialog({ bodies, now, draft, onConfirm, ...frame }: HelpDialogProps) {
  const { t } = useTranslation('response')
  const [form, setForm] = useState(draft.found ?? EMPTY_HELP)
  const { from } = form
  const change = (part: Partial<HelpDraft>) => {
    const next = { ...form, ...part }
    setForm(next)
    draft.keep(helpDraftOf(next))
  }
  const called = bodies.find(({ id }) => id === from)?.label ?? from.trim()
  return (
    <SaidDialog
      {...frame}
      title={t('help.askTitle')}
      explanation={t('help.askExplanation')}
      confirm={t('help.askConfirm')}
      now={now}
      byLabel={t('help.person')}
      textLabel={t('help.what')}
      textRequired
      ready={called !== ''}
      first={draft.found ?? undefined}
      onTyped={change}
      onConfirm={({ by, means, at, text }) => onConfirm({ from: called, what: text, person: by, at, means })}
    >
      <PickField
        label={t('help.from')}
        required
        free
        autoFocus
        options={bodies}
        value={from}
        onChange={(value) => change({ from: value ?? '' })}
      />
    </SaidDialog>
  )
}

export interface HelpAnswerDialogProps extends ActDialogFrame {
  readonly help: HelpRequest
  readonly now: number
  onConfirm(values: Omit<ArgsOf<'response.answerHelp'>, 'incident' | 'base'>): void
}

export function HelpAnswerDialog({ help, now, onConfirm, ...frame }: HelpAnswerDialogProps) {
  const { t } = useTranslation('response')
  const [outcome, setOutcome] = useState<HelpOutcome>('agreed')
  return (
    <SaidDialog
      {...frame}
      title={t('help.answerTitle', { from: help.from })}
      confirm={t('field.record')}
      now={now}
      byLabel={t('field.by')}
      textLabel={t('help.note')}
      onConfirm={({ by, means, at, text }) => onConfirm({ help: help.id, outcome, by, means, at, note: text })}
    >
      <ChoiceField<HelpOutcome>
        label={t('help.outcomeLabel')}
        value={outcome}
        options={HELP_OUTCOMES.map((value) => ({ value, label: t(`help.outcome.${value}`) }))}
        onChange={setOutcome}
      />
    </SaidDialog>
  )
}
