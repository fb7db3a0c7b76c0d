import { describe, expect, it } from 'vitest'
import { reportsLate } from '../../../../renderer/features/alarms/model.ts'
import {
  boardClock,
  clockText,
  firstOpen,
  forceLines,
  neighbour,
  overdueOf,
  stepLines,
} from '../../../../renderer/features/response/model.ts'
import { cards, NOW, sampleBoard, sampleResponse, tasks } from '../../../../renderer/features/response/samples.ts'
import type { Alarm } from '../../../../shared/ipc/alarms.ts'

const MINUTE = 60_000
const lines = stepLines(cards, sampleResponse, tasks, 'zh-CN')

describe('the steps', () => {
  it('of the first five minutes of every card come before the rest', () => {
    const parts = lines.map(({ part }) => part)
    expect(parts.lastIndexOf('firstFive')).toBeLessThan(parts.indexOf('fiveToThirty'))
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('know the tasks they were made into, as those stand now', () => {
    const signal = lines.find(({ key }) => key === 'flashFlood/signal')
    expect(signal?.tasks.map(({ no, status }) => [no, status])).toEqual([['0714-A03', 'received']])
  })

  it('the hand begins at the first one nobody has settled or given away', () => {
    expect(firstOpen(lines)).toBe('flashFlood/leader')
    expect(firstOpen(lines.filter(({ settled }) => settled))).toBe('flashFlood/place')
    expect(firstOpen([])).toBeNull()
  })

  it('arrows walk and stop at the ends', () => {
    const first = lines[0]?.key ?? ''
    expect(neighbour(lines, first, -1)).toBe(first)
    expect(neighbour(lines, first, 1)).toBe(lines[1]?.key)
    expect(neighbour(lines, first, lines.length)).toBe(lines.at(-1)?.key)
  })
})

describe('the clock', () => {
  it('runs from the call, turns amber in the last quarter and red when the half hour is over', () => {
    const at = (minutes: number) => boardClock(sampleBoard, NOW + minutes * MINUTE)
    expect([at(0), at(5), at(12.1)].map(({ tone, ms }) => [tone, ms / MINUTE])).toEqual([
      ['running', 18],
      ['amber', 23],
      ['red', 30.1],
    ])
  })

  it('runs before the response was started, too', () => {
    const clock = boardClock({ response: null, receivedAt: NOW - 31 * MINUTE }, NOW)
    expect(clock).toEqual({ ms: 31 * MINUTE, tone: 'red', dueAt: null, stoppedAt: null })
  })

  it('reads as people read a clock', () => {
    expect([0, 65_000, 3_661_000, 93_600_000, -5].map(clockText)).toEqual([
      '00:00',
      '01:05',
      '1:01:01',
      '26:00:00',
      '00:00',
    ])
  })
})

describe('the forces', () => {
  it('are measured against the one-hour ring, the worst first', () => {
    const forces = forceLines(tasks, sampleResponse, 60, NOW)
    expect(forces.map(({ task, state }) => [task.no, state])).toEqual([
      ['0714-A06', 'missed'],
      ['0714-A04', 'willMiss'],
      ['0714-A03', 'unknown'],
      ['0714-A05', 'arrived'],
    ])
    expect(forceLines(tasks, null, null, NOW).every(({ ringAt }) => ringAt === null)).toBe(true)
  })

  it('who came after the hour came late; who was called off is not waited for', () => {
    const [team] = tasks.filter(({ id }) => id === 'task-3')
    if (!team) throw new Error('no such task')
    const late = { ...team, issuedAt: NOW - 90 * MINUTE }
    expect(forceLines([late], null, 60, NOW)[0]?.state).toBe('arrivedLate')
    expect(forceLines([{ ...late, status: 'cancelled' }], null, 60, NOW)).toEqual([])
    expect(forceLines([{ ...late, status: 'returned' }], null, 60, NOW)[0]?.state).toBe('stopped')
  })
})

it('what is late is named once with how late it is, the worst first', () => {
  const forces = forceLines(tasks, sampleResponse, 60, NOW)
  expect(overdueOf(sampleBoard, tasks, forces, [], NOW).map(({ what, byMs }) => [what, byMs / MINUTE])).toEqual([
    ['ring', 15],
    ['task', 10],
  ])
  const later = NOW + 20 * MINUTE
  expect(overdueOf(sampleBoard, [], [], [], later).map(({ what, byMs }) => [what, byMs / MINUTE])).toEqual([
    ['firstHalfHour', 8],
  ])
})

it('a report of this incident that is late comes first, however long something else is late', () => {
  const forces = forceLines(tasks, sampleResponse, 60, NOW)
  const alarm = (more: Partial<Alarm>): Alarm => ({
    id: 'a',
    kind: 'report.firstWritten',
    subject: { id: 'incident-1', no: '0714-A01', title: '山体滑坡' },
    who: '',
    urgency: 'ordinary',
    dueAt: NOW - MINUTE,
    stoppedAt: null,
    stage: 'red',
    sounding: false,
    wantsReason: false,
    ...more,
  })
  const alarms = [
    alarm({}),
    alarm({ stage: 'amber' }),
    alarm({ stoppedAt: NOW }),
    alarm({ kind: 'task.due' }),
    alarm({ subject: { id: 'incident-2', no: '0714-A02', title: '火灾' } }),
  ]
  const late = overdueOf(sampleBoard, tasks, forces, reportsLate(alarms, 'incident-1'), NOW)
  expect(late.map(({ what, byMs }) => [what, byMs / MINUTE])).toEqual([
    ['report', 1],
    ['ring', 15],
    ['task', 10],
  ])
})
