import { expect, it } from 'vitest'
import { lateness } from '../../../../shared/domain/task/lateness.ts'

const task = {
  status: 'received',
  voided: false,
  dueAt: 100,
  amberAt: 75,
  acknowledgeBy: 50,
  acknowledgeAmberAt: 38,
  answeredAt: 40,
  endedAt: null,
} as const

it.each([
  ['well in time', {}, 74, { late: 'no' }],
  ['soon', {}, 75, { late: 'soon', byMs: 25 }],
  ['at its time', {}, 100, { late: 'soon', byMs: 0 }],
  ['overdue', {}, 130, { late: 'overdue', byMs: 30 }],
  ['not answered yet', { answeredAt: null }, 37, { late: 'no' }],
  ['answer due soon', { answeredAt: null }, 38, { late: 'answerSoon', byMs: 12 }],
  ['answer due now', { answeredAt: null }, 50, { late: 'answerSoon', byMs: 0 }],
  ['unanswered', { answeredAt: null }, 60, { late: 'unanswered', byMs: 10 }],
  ['unanswered and overdue', { answeredAt: null }, 130, { late: 'overdue', byMs: 30 }],
  ['without a deadline', { dueAt: null, amberAt: null }, 1e9, { late: 'no' }],
  ['done in time', { status: 'completed', endedAt: 100 }, 1e9, { late: 'no' }],
  ['done late', { status: 'verified', endedAt: 120 }, 1e9, { late: 'doneLate', byMs: 20 }],
  ['handed back', { status: 'returned', endedAt: 120 }, 1e9, { late: 'no' }],
  ['void', { voided: true }, 1e9, { late: 'no' }],
] as const)('%s', (_, more, now, expected) => {
  expect(lateness({ ...task, ...more }, now)).toEqual(expected)
})
