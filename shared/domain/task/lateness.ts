import type { TaskStatus } from './steps.ts'
import { isOpen } from './steps.ts'

/** What a task is late with, or soon will be; `byMs` how much it is or was late, or how much is left. */
export type Lateness =
  | { readonly late: 'soon' | 'answerSoon' | 'overdue' | 'unanswered' | 'doneLate'; readonly byMs: number }
  | { readonly late: 'no' }

interface Times {
  readonly status: TaskStatus
  readonly voided: boolean
  readonly dueAt: number | null
  readonly amberAt: number | null
  readonly acknowledgeBy: number | null
  readonly acknowledgeAmberAt: number | null
  readonly answeredAt: number | null
  readonly endedAt: number | null
}

/** Asked anew whenever it is shown: what is late depends on the time it is now. */
export function lateness(
  { status, voided, dueAt, amberAt, acknowledgeBy, acknowledgeAmberAt, answeredAt, endedAt }: Times,
  now: number,
): Lateness {
  if (voided) return { late: 'no' }
  if (isOpen(status) && dueAt !== null && now > dueAt) return { late: 'overdue', byMs: now - dueAt }
  const waiting = isOpen(status) && answeredAt === null
  if (waiting && acknowledgeBy !== null && now > acknowledgeBy) return { late: 'unanswered', byMs: now - acknowledgeBy }
  if (waiting && acknowledgeBy !== null && acknowledgeAmberAt !== null && now >= acknowledgeAmberAt)
    return { late: 'answerSoon', byMs: acknowledgeBy - now }
  if (isOpen(status) && dueAt !== null && amberAt !== null && now >= amberAt) return { late: 'soon', byMs: dueAt - now }
  const done = status === 'completed' || status === 'verified'
  if (done && dueAt !== null && endedAt !== null && endedAt > dueAt) return { late: 'doneLate', byMs: endedAt - dueAt }
  return { late: 'no' }
}
