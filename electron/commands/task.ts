import type { z } from 'zod'
import type { Recipient, RuleOutcome, TaskRef } from '../../shared/domain/task/events.ts'
import type { Urgency } from '../../shared/domain/urgency.ts'
import type { issueTask } from '../../shared/ipc/tasks.ts'
import type { ClockRules } from '../alarms/clockRules.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { nextNumbers } from './numbering.ts'
import { isAhead } from './saidTimes.ts'

/** 下达: one task a recipient, all recorded in one act. Durable when it returns. @throws {CommandError} task.* */
export function issueTasks(context: DeskContext, args: z.output<typeof issueTask>): readonly TaskRef[] {
  const { store, session, clockRules } = context
  const { to, receivedBy, ...body } = args
  checkTimes(context, args)
  const numbers = nextNumbers(context, 'task', to.length)
  const drafts: AnyDraft[] = []
  const tasks = to.map((recipient, index) => {
    const id = newId('task')
    const no = numbers[index] ?? ''
    const task = { id, no, title: body.title }
    const acknowledge = acknowledgeLimit(clockRules, body.urgency, body.at)
    drafts.push({
      kind: 'task.issued',
      entity: id,
      base: [],
      body: { ...body, no, to: recipient, ...(acknowledge && { acknowledge }) },
    })
    if (receivedBy !== undefined) drafts.push(receivedAtOnce(task, recipient, args))
    return task
  })
  store.append(drafts, { author: session.author() })
  return tasks
}

/** 收到 said while being told: it needs no second entry. */
function receivedAtOnce(
  task: TaskRef,
  recipient: Recipient,
  { incident, urgency, at, means, receivedBy }: z.output<typeof issueTask>,
): AnyDraft {
  const about = { task, recipient, urgency, ...(incident && { incident }) }
  return {
    kind: 'task.progressed',
    entity: task.id,
    body: { ...about, step: 'received', at, by: receivedBy || recipient.name, means, skipped: [] },
  }
}

/** Until when 收到 has to be said, as the rule stands now. */
export function acknowledgeLimit(rules: ClockRules, urgency: Urgency, at: number): RuleOutcome | undefined {
  return rules.limit(`task.acknowledge.${urgency}`, at)
}

/** @throws {CommandError} task.timeInFuture, task.dueTooEarly */
export function checkTimes(
  { now }: Pick<DeskContext, 'now'>,
  { at, dueAt }: { readonly at: number; readonly dueAt?: number | null },
): void {
  if (isAhead(at, now())) throw new CommandError('task.timeInFuture')
  if (typeof dueAt === 'number' && dueAt <= at) throw new CommandError('task.dueTooEarly')
}
