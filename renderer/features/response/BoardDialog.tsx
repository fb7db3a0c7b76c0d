import { useTranslation } from 'react-i18next'
import type { Handover, HelpRequest } from '../../../shared/domain/response/response.ts'
import type { OutageLine } from '../../../shared/ipc/outages.ts'
import type { CardOnBoard } from '../../../shared/ipc/response.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'
import { IssueTask } from '../tasks/IssueTask.tsx'
import { ActOnResponse } from './ActOnResponse.tsx'
import { type BoardDialogProps, settle, targetOf } from './boardActs.ts'
import { EtaDialog } from './EtaDialog.tsx'
import { AnswerDialog } from './HandoverDialogs.tsx'
import { HelpAnswerDialog } from './HelpDialogs.tsx'
import { draftKeyOf, type ForceLine, type StepLine, titleOf } from './model.ts'
import { SaidDialog } from './SaidDialog.tsx'

/** The dialog of one act on the board; what it follows is what the person has on screen. */
export function BoardDialog(props: BoardDialogProps) {
  const { under } = props
  if ('act' in under) return <ActOnResponse {...props} act={under.act} />
  if ('step' in under)
    return under.state === 'done' ? (
      <DoneStep {...props} step={under.step} />
    ) : (
      <ReasonedStep {...props} step={under.step} state={under.state} />
    )
  if ('issue' in under) return <StepTask {...props} step={under.issue} />
  if ('eta' in under) return <GiveEta {...props} force={under.eta} />
  if ('handover' in under) return <AnswerHandover {...props} handover={under.handover} />
  if ('help' in under) return <AnswerHelp {...props} help={under.help} />
  if ('outage' in under) return <SettleOutage {...props} outage={under.outage} />
  return 'review' in under ? <Review {...props} card={under.review} /> : <PutAway {...props} card={under.putAway} />
}

function DoneStep({ step, now, onDone, ...props }: BoardDialogProps & { readonly step: StepLine }) {
  const { t } = useTranslation('response')
  const act = useAct('response.markStep', { quiet: true })
  return (
    <SaidDialog
      title={t('step.doneTitle')}
      explanation={step.text}
      confirm={t('field.record')}
      now={now}
      byLabel={t('field.by')}
      textLabel={t('field.note')}
      pending={act.pending}
      problem={act.problem}
      onConfirm={({ by, means, at, text }) => {
        const said = { by, means, at, ...(text ? { note: text } : {}) }
        const marked = { ...targetOf(props), card: step.card, step: step.id, state: 'done' as const, ...said }
        void settle(act.run(marked), onDone)
      }}
      onCancel={onDone}
    />
  )
}

interface ReasonedStepProps extends BoardDialogProps {
  readonly step: StepLine
  readonly state: 'notApplicable' | 'open'
}

function ReasonedStep({ step, state, onDone, ...props }: ReasonedStepProps) {
  const { t } = useTranslation('response')
  const act = useAct('response.markStep', { quiet: true })
  return (
    <ReasonDialog
      title={t(`step.${state}Title`)}
      explanation={step.text}
      confirm={t('field.record')}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(reason) => {
        const marked = { ...targetOf(props), card: step.card, step: step.id, state, at: Date.now(), by: '', reason }
        void settle(act.run(marked), onDone)
      }}
      onCancel={onDone}
    />
  )
}

/** A step becomes a task: the task's own dialog, filled in with the step. */
function StepTask({ step, incident, onDone, ...props }: BoardDialogProps & { readonly step: StepLine }) {
  const act = useAct('response.markStep')
  const link = (tasks: readonly string[]) => {
    onDone()
    if (tasks.length === 0) return
    const marked = { ...targetOf({ ...props, incident }), card: step.card, step: step.id, state: 'assigned' as const }
    void act.run({ ...marked, at: Date.now(), by: '', tasks: [...tasks] })
  }
  const context = { incident, title: step.text, urgency: 'life-safety', draftKey: draftKeyOf(step) } as const
  return <IssueTask context={context} onClose={link} />
}

function GiveEta({ force, now, onDone, ...props }: BoardDialogProps & { readonly force: ForceLine }) {
  const act = useAct('response.giveEta', { quiet: true })
  return (
    <EtaDialog
      who={force.task.recipient.name}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(arriveAt, { by, means, at }) =>
        void settle(act.run({ ...targetOf(props), task: force.task.id, arriveAt, by, means, at }), onDone)
      }
      onCancel={onDone}
    />
  )
}

function AnswerHandover({ handover, now, onDone, ...props }: BoardDialogProps & { readonly handover: Handover }) {
  const act = useAct('response.answerCommand', { quiet: true })
  return (
    <AnswerDialog
      handover={handover}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(values) => void settle(act.run({ ...targetOf(props), ...values }), onDone)}
      onCancel={onDone}
    />
  )
}

function AnswerHelp({ help, now, onDone, ...props }: BoardDialogProps & { readonly help: HelpRequest }) {
  const act = useAct('response.answerHelp', { quiet: true })
  return (
    <HelpAnswerDialog
      help={help}
      now={now}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(values) => void settle(act.run({ ...targetOf(props), ...values }), onDone)}
      onCancel={onDone}
    />
  )
}

/** 恢复 of a lifeline, or that it is cut again. */
function SettleOutage({ outage, now, onDone }: BoardDialogProps & { readonly outage: OutageLine }) {
  const { t } = useTranslation('response')
  const repair = useAct('outage.repair', { quiet: true })
  const reopen = useAct('outage.reopen', { quiet: true })
  const target = { id: outage.id, base: [...outage.tips] }
  const words = { village: outage.village.name, utility: t(`sentences:word.utility.${outage.utility}`) }
  if (outage.repair)
    return (
      <ReasonDialog
        title={t('lifelines.reopenTitle', words)}
        confirm={t('field.record')}
        pending={reopen.pending}
        problem={reopen.problem}
        onConfirm={(reason) => void settle(reopen.run({ ...target, at: Date.now(), reason }), onDone)}
        onCancel={onDone}
      />
    )
  return (
    <SaidDialog
      title={t('lifelines.repairTitle', words)}
      confirm={t('lifelines.repairConfirm')}
      now={now}
      byLabel={t('field.by')}
      textLabel={t('field.note')}
      pending={repair.pending}
      problem={repair.problem}
      onConfirm={({ by, means, at, text }) => void settle(repair.run({ ...target, at, by, means, note: text }), onDone)}
      onCancel={onDone}
    />
  )
}

/** 审核 by the leader who is signed in, or its withdrawal with the reason. */
function Review({ card: { card, review, tips }, onDone }: BoardDialogProps & { readonly card: CardOnBoard }) {
  const { t, i18n } = useTranslation('response')
  const sign = useAct('card.review', { quiet: true })
  const withdraw = useAct('card.withdrawReview', { quiet: true })
  const target = { card: card.id, base: [...tips] }
  const title = titleOf(card, i18n.language)
  return (
    <ReasonDialog
      title={t(review ? 'card.withdrawTitle' : 'card.reviewTitle', { title })}
      explanation={t(review ? 'card.withdrawExplained' : 'card.reviewExplained')}
      confirm={t(review ? 'card.withdraw' : 'card.review')}
      pending={sign.pending || withdraw.pending}
      problem={sign.problem ?? withdraw.problem}
      onConfirm={(text) =>
        void settle(review ? withdraw.run({ ...target, reason: text }) : sign.run({ ...target, note: text }), onDone)
      }
      onCancel={onDone}
    />
  )
}

function PutAway({ card: { card }, onDone, ...props }: BoardDialogProps & { readonly card: CardOnBoard }) {
  const { t, i18n } = useTranslation('response')
  const act = useAct('response.chooseCard', { quiet: true })
  return (
    <ReasonDialog
      title={t('card.putAwayTitle', { title: titleOf(card, i18n.language) })}
      confirm={t('card.putAway')}
      pending={act.pending}
      problem={act.problem}
      onConfirm={(reason) => void settle(act.run({ ...targetOf(props), card: card.id, chosen: false, reason }), onDone)}
      onCancel={onDone}
    />
  )
}
