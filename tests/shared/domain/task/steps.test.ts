import { expect, it } from 'vitest'
import {
  canCancel,
  canReturn,
  judgeStep,
  REPORTED_STEPS,
  type ReportedStep,
  stepsSkipped,
  TASK_STATUSES,
  type TaskStatus,
} from '../../../../shared/domain/task/steps.ts'

/** What each reported step does in each state, when exactly the steps before that state have been reported. */
const TABLE: Readonly<Record<TaskStatus, string>> = {
  //           收到 出发 到场 完成 核销
  issued: 'moved moved moved moved moved',
  received: 'none moved moved moved moved',
  departed: 'none none moved moved moved',
  arrived: 'none none none moved moved',
  completed: 'none none none none moved',
  verified: 'none none none none none',
  returned: 'none none none none none',
  cancelled: 'none none none none none',
}

function reportedAt(status: TaskStatus): readonly ReportedStep[] {
  return REPORTED_STEPS.slice(0, (REPORTED_STEPS as readonly TaskStatus[]).indexOf(status) + 1)
}

it.each(TASK_STATUSES)('judges every step from %s', (status) => {
  const position = { status, reported: reportedAt(status) }
  expect(REPORTED_STEPS.map((step) => judgeStep(position, step)).join(' ')).toBe(TABLE[status])
})

it('lets a step that was jumped over be reported after all, once', () => {
  const position = { status: 'arrived', reported: ['arrived'] } as const
  expect(REPORTED_STEPS.map((step) => judgeStep(position, step))).toEqual([
    'filled',
    'filled',
    'none',
    'moved',
    'moved',
  ])
  expect(judgeStep({ ...position, status: 'cancelled' }, 'received')).toBe('none')
})

it('names the steps jumped over', () => {
  expect(stepsSkipped({ status: 'issued', reported: [] }, 'arrived')).toEqual(['received', 'departed'])
  expect(stepsSkipped({ status: 'arrived', reported: ['arrived'] }, 'completed')).toEqual([])
  expect(stepsSkipped({ status: 'returned', reported: ['received'] }, 'verified')).toEqual([])
})

it('takes a task back or calls it off only where that makes sense', () => {
  expect(TASK_STATUSES.filter(canReturn)).toEqual(['issued', 'received', 'departed', 'arrived', 'completed'])
  expect(TASK_STATUSES.filter(canCancel)).toEqual([
    'issued',
    'received',
    'departed',
    'arrived',
    'completed',
    'returned',
  ])
})
