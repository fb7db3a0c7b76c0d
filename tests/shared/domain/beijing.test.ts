import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beijingDay, beijingTime, fromBeijing } from '../../../shared/domain/beijing.ts'

describe('Beijing time', () => {
  const lateNight = Date.UTC(2026, 6, 13, 18, 40)

  it('is eight hours ahead of UTC whatever the system zone says', () => {
    expect([beijingDay(lateNight), beijingTime(lateNight)]).toEqual(['2026-07-14', '02:40'])
    expect(fromBeijing('2026-07-14', '02:40')).toBe(lateNight)
    // Beijing had summer time until 1991; official times here never do.
    expect(beijingTime(Date.UTC(1990, 6, 1, 0, 0))).toBe('08:00')
  })

  it('reads back every minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_799_999 }), (ms) => {
        const minute = ms - (ms % 60_000)
        expect(fromBeijing(beijingDay(ms), beijingTime(ms))).toBe(minute)
      }),
    )
  })

  it.each([
    ['2026-02-30', '09:30'],
    ['2026-7-14', '09:30'],
    ['2026-07-14', '9:30'],
    ['2026-07-14', '24:00'],
    ['2026-07-14', '25:00'],
    ['2026-07-14', '09:60'],
    ['', ''],
    ['不知道', '早上'],
  ])('%s %s is no time', (day, time) => {
    expect(fromBeijing(day, time)).toBeNull()
  })

  it('has an answer for every instant a clock may claim', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8.64e15 }), (ms) => {
        expect(beijingDay(ms)).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(beijingTime(ms)).toMatch(/^\d\d:\d\d$/)
      }),
    )
    expect(beijingDay(253_402_271_999_999)).toBe('9999-12-31')
    expect(beijingDay(2 ** 48)).toBe('9999-12-31')
  })
})
