import { beijingDay } from '../../shared/domain/beijing.ts'

/**
 * The day a person typed: 2026-07-14, 20260714, 7-14, 0714 or 7.14 (this year, or the last one when that day is still to come).
 * @param nowMs for what “this year” is, in Beijing.
 * @returns YYYY-MM-DD, '' when nothing was typed, null when it is no day.
 */
export function readDay(typed: string, nowMs: number): string | null {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return ''
  const today = beijingDay(nowMs)
  const [, year, month, day] =
    /^(?:(\d{4})[-./年]?)?(\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})?(\d{2})(\d{2})$/.exec(text) ?? []
  if (month === undefined || day === undefined) return null
  if (year !== undefined) return realDay(year, month, day)
  const thisYear = realDay(today.slice(0, 4), month, day)
  return thisYear !== null && thisYear > today ? realDay(String(Number(today.slice(0, 4)) - 1), month, day) : thisYear
}

function realDay(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? null : text
}

/** The day so many days later. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
