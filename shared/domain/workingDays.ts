import { z } from 'zod'
import { beijingDay, beijingTime, fromBeijing } from './beijing.ts'

/** resources/rules/workingDays.json: days the State Council gives off, and weekend days it makes working days (调休). Beijing dates. */
export const workingDaysFile = z.object({
  source: z.string().min(1),
  off: z.array(z.iso.date()),
  on: z.array(z.iso.date()),
})
export type WorkingDays = Pick<z.infer<typeof workingDaysFile>, 'off' | 'on'>

const DAY_MS = 86_400_000

export function isWorkingDay(day: string, { off, on }: WorkingDays): boolean {
  if (on.includes(day)) return true
  if (off.includes(day)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The same wall time so many working days later, not counting the day itself: the strictest reading of “within n working days”. */
export function addWorkingDays(fromMs: number, days: number, calendar: WorkingDays): number {
  let at = fromMs
  for (let left = days; left > 0; ) {
    at += DAY_MS
    if (isWorkingDay(beijingDay(at), calendar)) left -= 1
  }
  return at
}

/** The next time the clock on the wall shows that minute of the day, strictly after `afterMs`. */
export function nextMinuteOfDay(afterMs: number, minute: number): number {
  const [hours = 0, minutes = 0] = beijingTime(afterMs).split(':').map(Number)
  const midnight = fromBeijing(beijingDay(afterMs), '00:00') ?? afterMs
  const today = midnight + minute * 60_000
  return hours * 60 + minutes < minute ? today : today + DAY_MS
}
