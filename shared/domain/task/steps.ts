/*
 * 下达 issued ─▶ 收到 received ─▶ 出发 departed ─▶ 到场 arrived ─▶ 完成 completed ─▶ 核销 verified
 *      │              │               │              │               │
 *      └──────────────┴───────────────┴──────────────┴───────────────┴─▶ 退回 returned
 *      any of these and 退回 ─▶ 取消 cancelled
 *      any ─▶ 重新下达 reissued: a new round, again at issued
 *
 * A step may be jumped over: it stays 未报 until somebody reports it after all (补报). What is none of this changes nothing,
 * and is kept and shown as 未生效: it can only come from two consoles that had not seen each other. So is what was reported by
 * somebody who did not know yet that the task had been given again.
 */

/** The steps of a task in their order. */
export const TASK_STEPS = ['issued', 'received', 'departed', 'arrived', 'completed', 'verified'] as const
export type TaskStepName = (typeof TASK_STEPS)[number]

/** The steps somebody reports; `issued` is our own act. */
export const REPORTED_STEPS = ['received', 'departed', 'arrived', 'completed', 'verified'] as const
export type ReportedStep = (typeof REPORTED_STEPS)[number]

export type TaskStatus = TaskStepName | 'returned' | 'cancelled'
export const TASK_STATUSES: readonly TaskStatus[] = [...TASK_STEPS, 'returned', 'cancelled']

/** Nothing more is expected of the recipient. 完成 still waits for 核销, but no clock runs for that. */
export function isOpen(status: TaskStatus): boolean {
  return status === 'issued' || status === 'received' || status === 'departed' || status === 'arrived'
}

/** Open, or waiting for us: 完成 for 核销, 退回 to be given again. */
export function isActive(status: TaskStatus): boolean {
  return status !== 'verified' && status !== 'cancelled'
}

/** What a reported step does: moves the task, fills in one that was jumped over, or nothing. */
export type StepEffect = 'moved' | 'filled' | 'none'

/** Where a task stands in its present round. */
export interface Position {
  readonly status: TaskStatus
  /** Steps already reported in this round. */
  readonly reported: readonly ReportedStep[]
}

export function judgeStep({ status, reported }: Position, to: ReportedStep): StepEffect {
  if (status === 'returned' || status === 'cancelled') return 'none'
  if (rank(to) > rank(status)) return 'moved'
  return reported.includes(to) ? 'none' : 'filled'
}

/** Steps between where the task stands and where it would go, which nobody has reported: 未报. */
export function stepsSkipped({ status, reported }: Position, to: ReportedStep): readonly ReportedStep[] {
  if (status === 'returned' || status === 'cancelled') return []
  return REPORTED_STEPS.filter((step) => rank(step) > rank(status) && rank(step) < rank(to) && !reported.includes(step))
}

/** The recipient hands it back, or its result is not accepted. */
export function canReturn(status: TaskStatus): boolean {
  return isOpen(status) || status === 'completed'
}

export function canCancel(status: TaskStatus): boolean {
  return status !== 'cancelled' && status !== 'verified'
}

function rank(step: TaskStepName): number {
  return TASK_STEPS.indexOf(step)
}
