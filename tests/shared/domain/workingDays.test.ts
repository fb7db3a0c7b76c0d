import { expect, it } from 'vitest'
import { beijingDay, beijingTime, fromBeijing } from '../../../shared/domain/beijing.ts'
import { addWorkingDays, isWorkingDay, nextMinuteOfDay } from '../../../shared/domain/workingDays.ts'

const calendar = { off: ['2026-10-01', '2026-10-02'], on: ['2026-10-10'] }
const at = (day: string, time: string) => fromBeijing(day, time) ?? 0
const say = (ms: number) => `${beijingDay(ms)} ${beijingTime(ms)}`

it('knows weekends, days off and weekend days that are worked', () => {
  const days = ['2026-09-30', '2026-10-01', '2026-10-03', '2026-10-05', '2026-10-10']
  expect(days.map((day) => isWorkingDay(day, calendar))).toEqual([true, false, false, true, true])
})

it.each([
  ['over a weekend', '2026-07-17', '2026-07-21 16:30'],
  ['within a week', '2026-07-14', '2026-07-16 16:30'],
  ['over days off', '2026-09-30', '2026-10-06 16:30'],
  ['on to a Saturday that is worked', '2026-10-08', '2026-10-10 16:30'],
])('counts two working days %s, to the same time of day', (_, from, until) => {
  expect(say(addWorkingDays(at(from, '16:30'), 2, calendar))).toBe(until)
})

it.each([
  ['2026-07-14', '02:40', '2026-07-14 08:00'],
  ['2026-07-14', '08:00', '2026-07-15 08:00'],
  ['2026-07-31', '23:59', '2026-08-01 08:00'],
])('finds the next eight in the morning after %s %s', (day, time, next) => {
  expect(say(nextMinuteOfDay(at(day, time), 480))).toBe(next)
})
