import { valuesOf } from '../registers.ts'
import type { Urgency } from '../urgency.ts'
import type { Means } from '../values.ts'
import type { Recipient, RuleOutcome } from './events.ts'
import type { Task } from './task.ts'

/** The plain values of a task, without their history. */
export interface TaskValues {
  readonly title: string
  readonly detail: string
  readonly to: Recipient | null
  readonly at: number | null
  readonly means: Means | null
  readonly dueAt: number | null
  readonly urgency: Urgency
  readonly acknowledge: RuleOutcome | null
  readonly authority: string
}

/** A task's values as they stand; of one that has not arrived (资料未到) those that later events gave. */
export function taskValues({ fields, stub }: Pick<Task, 'fields' | 'stub'>): TaskValues {
  return {
    title: stub?.title ?? '',
    detail: '',
    to: stub?.recipient ?? null,
    at: null,
    means: null,
    dueAt: null,
    urgency: stub?.urgency ?? 'ordinary',
    acknowledge: null,
    authority: '',
    // Written only from bodies that passed their schemas (events.ts), field by field under these names.
    ...(valuesOf(fields) as Partial<TaskValues>),
  }
}
