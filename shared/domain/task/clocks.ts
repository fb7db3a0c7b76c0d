import type { Deadline } from '../deadline.ts'
import type { TaskClockName } from './events.ts'
import type { Task } from './task.ts'
import { taskValues } from './values.ts'

/** The clocks of a task in its present round. One that was called off has none; one handed back only had to be answered. */
export function taskClocks(task: Task): readonly Deadline<TaskClockName>[] {
  if (task.voided || task.status === 'cancelled') return []
  const { acknowledge, dueAt } = taskValues(task)
  const clocks: Deadline<TaskClockName>[] = []
  const add = (clock: TaskClockName, due: number, stoppedAt: number | null) => {
    const explained = task.late.some((late) => late.clock === clock && late.dueAt === due)
    clocks.push({ clock, dueAt: due, stoppedAt, explained })
  }
  if (acknowledge) add('acknowledge', acknowledge.dueAt, task.answeredAt)
  if (dueAt !== null && task.status !== 'returned') add('due', dueAt, task.endedAt)
  return clocks
}

/** From when to when 收到 is waited for, from whoever was asked last; null: no limit. */
export function acknowledgeSpan(
  task: Pick<Task, 'fields' | 'stub'>,
): { readonly from: number; readonly dueAt: number } | null {
  const { acknowledge } = taskValues(task)
  return acknowledge && { from: acknowledge.dueAt - acknowledge.minutes * 60_000, dueAt: acknowledge.dueAt }
}
