import { beijingDay, beijingTime, fromBeijing } from '../../shared/domain/beijing.ts'

/** Whether a wall time alone means the last one before now (what happened) or the next one after now (a deadline). */
export type Lean = 'past' | 'future'

const DAY_MS = 86_400_000
/** Two clocks in one room are never quite the same: a time typed for right now is not tomorrow's or yesterday's. */
const SLACK_MS = 120_000

/** An instant as it is typed: 02:40 today, 07-13 02:40 on another day of this year, else with the year. Beijing time. */
export function formatMoment(ms: number, now: number): string {
  const [day, time, today] = [beijingDay(ms), beijingTime(ms), beijingDay(now)]
  if (day === today) return time
  return day.slice(0, 4) === today.slice(0, 4) ? `${day.slice(5)} ${time}` : `${day} ${time}`
}

/** The full date and time of an instant that is not today's; null when there is nothing a reader could mistake. Beijing time. */
export function otherDay(ms: number | null | undefined, now: number): string | null {
  if (ms === null || ms === undefined || beijingDay(ms) === beijingDay(now)) return null
  return `${beijingDay(ms)} ${beijingTime(ms)}`
}

/**
 * The instant a person typed, in Beijing time: 0240, 240, 2:40, 2点40, 2点40分, 2点, each after a date such as 07-13, 7月13日 or
 * 2026-07-13. Null when it is none of these or no real time.
 */
export function parseMoment(typed: string, now: number, lean: Lean): number | null {
  const text = typed.normalize('NFKC').trim()
  const found =
    /^(?:(?:(\d{4})[-年/.])?(\d{1,2})[-月/.](\d{1,2})日?\s*)?(?:(\d{1,2})[:点时](\d{1,2})?分?|(\d{1,2})(\d{2}))$/.exec(
      text,
    )
  if (!found) return null
  const [, year, month, date, hour = found[6], minute = found[7] ?? '0'] = found
  if (Number(hour) > 23 || Number(minute) > 59) return null
  const time = `${two(hour)}:${two(minute)}`
  if (month === undefined) return nearest(time, now, lean)
  const thisYear = Number(beijingDay(now).slice(0, 4))
  const inYear = (one: number | string) => fromBeijing(`${one}-${two(month)}-${two(date)}`, time)
  const moment = inYear(year ?? thisYear)
  // 12-31 said on New Year's Day was last night.
  if (!year && lean === 'past' && moment !== null && moment > now + SLACK_MS) return inYear(thisYear - 1)
  return moment
}

function nearest(time: string, now: number, lean: Lean): number | null {
  const today = fromBeijing(beijingDay(now), time)
  if (today === null) return null
  if (lean === 'past') return today > now + SLACK_MS ? today - DAY_MS : today
  return today < now - SLACK_MS ? today + DAY_MS : today
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0')
}
