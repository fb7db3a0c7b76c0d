import type { ActVoided } from '../../../../shared/domain/task/events.ts'
import { formatBeijing } from '../../../components/BeijingTime.tsx'
import { reasonWords } from '../../../components/reasonWords.ts'
import { because, listOf, type SentencesOf, type SentenceTools } from './sentence.ts'

interface TaskName {
  readonly no: string
  readonly title: string
}
const nameOf = ({ no, title }: TaskName) => `${no} ${title}`

export const taskSentences: SentencesOf<'task'> = {
  'task.issued': (body, { t }) => ({
    task: nameOf(body),
    to: body.to.name,
    means: t(`sentences:word.means.${body.means}`),
    ...(body.dueAt === null ? {} : { context: 'due', due: formatBeijing(body.dueAt, 'monthDay') }),
  }),
  'task.progressed': ({ task, step, by, means, note, skipped, recipient, consent }, { t }) => ({
    task: nameOf(task),
    to: recipient.name,
    step: t(`sentences:word.step.${step}`),
    by,
    means: t(`sentences:word.means.${means}`),
    note: `${note ? t('sentences:noted', { note }) : ''}${consent ? t('sentences:consented', { name: consent.person.name }) : ''}`,
    skipped:
      skipped.length > 0
        ? t('sentences:skipped', {
            steps: listOf(
              skipped.map((one) => t(`sentences:word.step.${one}`)),
              t,
            ),
          })
        : '',
  }),
  'task.rung': ({ task, callee, outcome }, { t }) => ({
    task: nameOf(task),
    who: callee.name,
    phone: callee.phone,
    outcome: t(`sentences:word.ringOutcome.${outcome}`),
  }),
  'task.escalated': ({ task, from, to, team, cause, failed }, { t }) => ({
    task: nameOf(task),
    from: from?.name ?? '',
    to: team ? team.name : to.name,
    cause: t(`sentences:word.escalationCause.${cause}`, { count: failed }),
  }),
  'task.actVoided': ({ task, acts, reason }, { t }) => ({
    task: nameOf(task),
    acts: listOf(
      acts.map((one) => actWords(one, t)),
      t,
    ),
    reason,
  }),
  'task.returned': ({ task, recipient, reason }) => ({ task: nameOf(task), to: recipient.name, reason }),
  'task.cancelled': ({ task, recipient, reason }, { t }) => ({
    task: nameOf(task),
    to: recipient.name,
    reason: reasonWords(reason, t),
  }),
  'task.reissued': ({ task, to, means, reason }, { t }) => ({
    task: nameOf(task),
    to: to.name,
    means: t(`sentences:word.means.${means}`),
    reason,
  }),
  'task.corrected': ({ task, reason }) => ({ task: nameOf(task), reason }),
  'task.noted': ({ task, text }) => ({ task: nameOf(task), text }),
  'task.lateExplained': ({ task, clock, dueAt, reason }, { t }) => ({
    task: nameOf(task),
    clock: t(`sentences:word.taskClock.${clock}`),
    due: formatBeijing(dueAt, 'monthDay'),
    reason,
  }),
  'task.voided': ({ reason }, { label }) => ({ task: label, reason }),
  'task.restored': ({ reason }, { label }) => ({ task: label, reason }),
}

export const orderSentences: SentencesOf<'order'> = {
  'order.issued': (body) => ({
    order: nameOf(body),
    text: body.text,
    ...(body.replyBy === null ? {} : { context: 'reply', by: formatBeijing(body.replyBy, 'monthDay') }),
  }),
  'order.acknowledged': ({ order, by }) => ({ order: nameOf(order), by }),
  'order.replied': ({ order, by, text }) => ({ order: nameOf(order), by, text }),
  'order.closed': ({ order, note }, { t }) => ({
    order: nameOf(order),
    note: note ? t('sentences:noted', { note }) : '',
  }),
  'order.reopened': ({ order, reason }, { t }) => ({ order: nameOf(order), because: because(reason, t) }),
  'order.alarmAcknowledged': ({ order, clock, stage }, { t }) => ({
    order: nameOf(order),
    clock: t(`sentences:word.orderClock.${clock}`),
    stage: t(`sentences:word.stage.${stage}`),
  }),
  'order.lateExplained': ({ order, clock, dueAt, reason }, { t }) => ({
    order: nameOf(order),
    clock: t(`sentences:word.orderClock.${clock}`),
    due: formatBeijing(dueAt, 'monthDay'),
    reason,
  }),
}

export const receiptSentences: SentencesOf<'receipt'> = {
  'receipt.read': ({ by, at }) => ({ by, at: formatBeijing(at, 'monthDay') }),
}

/** What went void: a call with its outcome, or a step. */
export function actWords({ what, outcome }: ActVoided, t: SentenceTools['t']): string {
  if (what === 'rung')
    return t('sentences:word.taskCall', { outcome: outcome ? t(`sentences:word.ringOutcome.${outcome}`) : '' })
  return t(`sentences:word.taskAct.${what}`)
}
