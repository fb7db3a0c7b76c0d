/**
 * The hour of the day that a spoken hour means beside a word for a part of the day (晚上1点, 中午12点). `earlier`: an earlier day was
 * named with it; 昨晚一点 is already today, and so is 昨天半夜12点: `nextDay`. Hours are 0–23.
 */
export function hourOf(part: string, hour: number, earlier: boolean): { hour: number; nextDay: boolean } {
  if (hour > 12) return { hour: hour % 24, nextDay: false }
  if (/晌午|中午/u.test(part)) return { hour: hour <= 3 ? hour + 12 : hour, nextDay: false }
  if (/午后|下午|后晌|傍/u.test(part)) return { hour: hour === 12 ? 12 : hour + 12, nextDay: false }
  if (!/晚|夜/u.test(part)) return { hour: hour === 12 && !/上午|早/u.test(part) ? 0 : hour, nextDay: false }
  if (hour === 12 || hour <= 4) return { hour: hour % 12, nextDay: earlier }
  return { hour: /半夜|后半夜|深夜/u.test(part) && hour <= 5 ? hour : hour + 12, nextDay: false }
}
