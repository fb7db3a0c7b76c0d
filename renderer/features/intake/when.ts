import { beijingDay, beijingTime, fromBeijing } from '../../../shared/domain/beijing.ts'
import { hourOf } from '../../../shared/domain/intake/dayParts.ts'
import { readTime } from '../../../shared/domain/intake/times.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { parseMoment } from '../../components/momentText.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * When something happened, as typed in a hurry: `.` or 现在 is now, -20 or 20分钟前 is twenty minutes ago, 昨天 2310 and 昨晚11点 are
 * yesterday, 昨晚1点 is today, 下午3点 is the last afternoon; else as parseMoment reads it, the last such time before now, or as it
 * would be said in the one line (晚上十点半). Null when it is no time.
 */
export function parseWhen(typed: string, now: number): number | null {
  const text = typed.normalize('NFKC').trim()
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS
  if (/^(?:\.|。|now|现在|刚才|刚刚)$/i.test(text)) return minute
  const ago = /^-\s*(\d{1,4})$|^(\d{1,4})\s*分钟?前$/.exec(text)
  if (ago) return minute - Number(ago[1] ?? ago[2]) * MINUTE_MS
  const hours = /^(\d{1,2})\s*(?:个)?小时前$/.exec(text)
  if (hours) return minute - Number(hours[1]) * 60 * MINUTE_MS
  return clockOf(text, now) ?? saidOf(text, now)
}

/** What was typed, with its date once it is a time: kept in a draft, 2240 would be another day's tomorrow. */
export function withItsDay(typed: string, now: number): string {
  const at = typed.trim() === '' ? null : parseWhen(typed, now)
  return at === null ? typed : formatBeijing(at, 'full')
}

const DAYS_BACK: Readonly<Record<string, number>> = { 昨天: 1, 昨: 1, 前天: 2, 今天: 0, 今: 0 }

function clockOf(text: string, now: number): number | null {
  const words =
    /^(今天|今|昨天|昨|前天)?\s*(凌晨|清早|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里|半夜|深夜)?\s*(.+)$/.exec(text)
  const [, day, part, clock = ''] = words ?? []
  if (!day && !part) return parseMoment(text, now, 'past')
  const today = fromBeijing(beijingDay(now), '00:00') ?? now
  const typed = parseMoment(clock, today + DAY_MS - MINUTE_MS, 'past')
  if (typed === null) return null
  const [hour = 0, minute = 0] = beijingTime(typed).split(':').map(Number)
  const back = DAYS_BACK[day ?? ''] ?? 0
  const meant = part ? hourOf(part, hour, back > 0) : { hour, nextDay: false }
  const that = today + (meant.nextDay ? DAY_MS : 0) + (meant.hour * 60 + minute) * MINUTE_MS
  if (day) return that - back * DAY_MS
  return that > now + MINUTE_MS ? that - DAY_MS : that
}

function saidOf(text: string, now: number): number | null {
  const said = readTime(text, text, now, [])
  return said && said.from === 0 && said.to === text.length ? said.at : null
}
