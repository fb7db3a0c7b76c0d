import { beijingDay, beijingTime, fromBeijing } from '../../../shared/domain/beijing.ts'
import { parseMoment } from '../../components/momentText.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * When something happened, as typed in a hurry: `.` or 现在 is now, -20 or 20分钟前 is twenty minutes ago, 昨天 2310 and 昨晚11点 are yesterday, 下午3点 is the
 * last afternoon;
 * anything else as parseMoment reads it, the last such time before now. Null when it is no time.
 */
export function parseWhen(typed: string, now: number): number | null {
  const text = typed.normalize('NFKC').trim()
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS
  if (/^(?:\.|。|now|现在|刚才|刚刚)$/i.test(text)) return minute
  const ago = /^-\s*(\d{1,4})$|^(\d{1,4})\s*分钟?前$/.exec(text)
  if (ago) return minute - Number(ago[1] ?? ago[2]) * MINUTE_MS
  const hours = /^(\d{1,2})\s*(?:个)?小时前$/.exec(text)
  if (hours) return minute - Number(hours[1]) * 60 * MINUTE_MS
  const words = /^(今天|今|昨天|昨|前天)?\s*(凌晨|清早|早上|早|上午|中午|下午|傍晚|晚上|晚)?\s*(.+)$/.exec(text)
  if (!words?.[3]) return null
  if (!words[1] && !words[2]) return parseMoment(text, now, 'past')
  const today = fromBeijing(beijingDay(now), '23:59') ?? now
  const clock = parseMoment(words[3], today, 'past')
  if (clock === null) return null
  const that = isAfternoon(words[2]) && beijingTime(clock) < '12:00' ? clock + DAY_MS / 2 : clock
  const back = words[1] ? (DAYS_BACK[words[1]] ?? 0) : that > now + MINUTE_MS ? 1 : 0
  return that - back * DAY_MS
}

const DAYS_BACK: Readonly<Record<string, number>> = { 昨天: 1, 昨: 1, 前天: 2 }

function isAfternoon(word: string | undefined): boolean {
  return word !== undefined && ['下午', '傍晚', '晚上', '晚'].includes(word)
}
