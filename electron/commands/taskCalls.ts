import type { z } from 'zod'
import { type Proposal, proposalKey } from '../../shared/domain/task/escalation.ts'
import type { Recipient } from '../../shared/domain/task/events.ts'
import { fillIn } from '../../shared/domain/task/script.ts'
import { judgeStep } from '../../shared/domain/task/steps.ts'
import type { Task } from '../../shared/domain/task/task.ts'
import { taskValues } from '../../shared/domain/task/values.ts'
import type { dispatchChannels } from '../../shared/ipc/dispatch.ts'
import type { DeskContext } from '../deskContext.ts'
import type { AnyDraft } from '../store/writer.ts'
import { readDispatchWords } from '../tasks/dispatchWords.ts'
import { callingOf } from '../tasks/escalation.ts'
import { CommandError } from './commandError.ts'
import { acknowledgeLimit, checkTimes } from './task.ts'
import { aboutTask, openTask } from './taskActs.ts'

type Args<C extends keyof typeof dispatchChannels> = z.output<(typeof dispatchChannels)[C]['args']>

/** 电话下达: one call. What was repeated back is 收到, written in the same act. @throws {CommandError} task.* */
export function ringForTask(
  context: DeskContext,
  { id, base, callee, outcome, at }: Args<'task.ring'>,
): { readonly received: boolean } {
  const task = openTask(context, id)
  checkTimes(context, { at })
  if (task.status === 'returned' || task.status === 'cancelled') throw new CommandError('task.stopped')
  const about = aboutTask(task)
  const received = outcome === 'repeated' && task.status === 'issued' && judgeStep(task, 'received') === 'moved'
  const drafts: AnyDraft[] = [{ kind: 'task.rung', entity: id, base, body: { ...about, callee, outcome, at } }]
  if (received) {
    const body = { ...about, step: 'received' as const, at, by: callee.name, means: 'phone' as const, skipped: [] }
    drafts.push({ kind: 'task.progressed', entity: id, base, body })
  }
  context.store.append(drafts, { author: context.session.author() })
  return { received }
}

/** Somebody else is asked, as the screen proposed it. @throws {CommandError} task.* */
export function escalateTask(context: DeskContext, { id, base, proposal: accepted, at }: Args<'task.escalate'>): null {
  const task = openTask(context, id)
  checkTimes(context, { at })
  const { proposal } = callingOf(context, task)
  if (!proposal || proposal.next.who === 'nobody') throw new CommandError('task.nobodyToAsk')
  if (proposalKey(proposal) !== accepted) throw new CommandError('task.proposalChanged')
  context.store.append(draftsOf(context, task, proposal, base, at), { author: context.session.author() })
  return null
}

function draftsOf(
  { clockRules }: DeskContext,
  task: Task,
  { cause, from, failed, next }: Proposal,
  base: readonly string[],
  at: number,
): readonly AnyDraft[] {
  if (next.who === 'nobody') return []
  const about = aboutTask(task)
  const limit = acknowledgeLimit(clockRules, about.urgency, at)
  const acknowledge = limit ? { acknowledge: limit } : {}
  const said = { ...about, ...(from && { from }), to: next.to, cause, failed, at }
  if (next.who === 'callee')
    return [{ kind: 'task.escalated', entity: task.id, base, body: { ...said, ...acknowledge } }]
  const { id, name } = next.team
  const to: Recipient = { kind: 'team', id, name, phone: next.to.phone }
  const { dueAt } = taskValues(task)
  const reason = fillIn(readDispatchWords().handedOver[cause], {
    from: from?.name ?? about.recipient.name,
    count: String(failed),
    to: name,
  })
  // A time that has passed cannot be kept by anybody: it is set anew by 更正, not invented here.
  const due = dueAt !== null && dueAt > at ? dueAt : null
  const again = { ...about, to, at, means: 'phone' as const, dueAt: due, reason, ...acknowledge }
  return [
    { kind: 'task.escalated', entity: task.id, base, body: { ...said, team: { id, name } } },
    { kind: 'task.reissued', entity: task.id, base, body: again },
  ]
}
