import { beijingDay } from './beijing.ts'
import type { World } from './worlds.ts'

/** What a number begins with that was given in a drill: nobody may take it for a real one, also where only the number is quoted. */
const DRILL_MARK = '演-'

/** A number people say aloud, e.g. 0714-A03: Beijing month and day, letter of the console, count of that day. Never changed once given. */
export interface HumanNumber {
  /** Four digits, month and day. */
  readonly monthDay: string
  /** Letter (or letters) of the console that gave it. */
  readonly letter: string
  /** From 1 on. */
  readonly counter: number
}

export function formatNumber(day: string, letter: string, counter: number, world: World = 'real'): string {
  return `${world === 'drill' ? DRILL_MARK : ''}${day.slice(5, 7)}${day.slice(8, 10)}-${letter}${String(counter).padStart(2, '0')}`
}

/** The parts of a number, or null when the text is none. */
export function parseNumber(text: string): HumanNumber | null {
  const found = /^(?:演-)?(\d{4})-([A-Z]{1,3})(\d{2,9})$/.exec(text)
  if (!found?.[1] || !found[2] || !found[3]) return null
  return { monthDay: found[1], letter: found[2], counter: Number(found[3]) }
}

/**
 * The date a number belongs to. It names no year: the one that brings it nearest to when its event was written, so that a
 * number given at 23:59 on 31 December stays in its year although the event is of the next.
 */
export function dayOfNumber({ monthDay }: HumanNumber, writtenMs: number): string {
  const year = Number(beijingDay(writtenMs).slice(0, 4))
  const candidates = [year - 1, year, year + 1].map((y) => `${y}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`)
  const distance = (day: string) => Math.abs(Date.parse(`${day}T00:00:00+08:00`) - writtenMs)
  return candidates.reduce((best, day) => (distance(day) < distance(best) ? day : best))
}
