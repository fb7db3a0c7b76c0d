import { beijingDay, beijingTime } from '../beijing.ts'
import type { Amount } from '../values.ts'
import type { ReportKind } from './content.ts'
import { fill, type ReportWords } from './reportData.ts'

const DIGITS = '零一二三四五六七八九'

/** 一 … 九十九 as official papers count; larger numbers in figures. */
export function chineseOrdinal(n: number): string {
  if (n < 1 || n > 99) return String(n)
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`
  return head + (ones === 0 ? '' : DIGITS[ones])
}

/** 首报, 续报一, 续报二, 终报, 核报. */
export function kindWord(kind: ReportKind, ordinal: number, words: ReportWords): string {
  return fill(words.kinds[kind], { ordinal: chineseOrdinal(ordinal) })
}

/** 2026年7月14日 */
export function officialDay(ms: number): string {
  const [year, month, day] = beijingDay(ms).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 2026年7月14日2时40分, Beijing time. */
export function officialMoment(ms: number): string {
  return officialDay(ms) + clockTime(ms)
}

/** 14日2时40分: within one matter the year and month are known. */
export function shortMoment(ms: number): string {
  return `${Number(beijingDay(ms).slice(8))}日${clockTime(ms)}`
}

function clockTime(ms: number): string {
  const [hours, minutes] = beijingTime(ms).split(':')
  return `${Number(hours)}时${minutes}分`
}

/** 因灾死亡2人, 被困约3人, 失踪情况不明. A figure the county added has its key for a name. */
export function figureWords(field: string, value: Amount, words: ReportWords): string {
  const [name, unit] = words.figures[field] ?? [field, '']
  if (value === null) return fill(words.amount.unknown, { name })
  return `${name}${amountOf(value, words)}${unit}`
}

function amountOf(value: Exclude<Amount, null>, { amount }: ReportWords): string {
  if ('n' in value) return fill(amount.n, { n: value.n })
  return 'about' in value ? fill(amount.about, { n: value.about }) : fill(amount.range, value)
}
