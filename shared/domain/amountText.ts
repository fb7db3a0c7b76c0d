import type { Amount } from './values.ts'

const UNKNOWN = /^(?:未知|不明|不详|不清楚|待查|\?+|wz|bm)$/
const ABOUT = /^(?:(?:大约|大概|约|近|~)(.+)|(.+?)(?:左右|上下|余|多))$/
const BETWEEN = /^(.+?)(?:-|~|—|–|至|到)(.+)$/
const UNIT = /(?:人|户|间|头|公顷|亩|万元|名|个)+$/

/**
 * A figure as people type or say it: 3, 三, 约15, 30余, 3-5, 3至5人, 未知 (or ?). Undefined when it is none of these; an empty text
 * is no statement at all and is for the caller to leave out.
 */
export function parseAmount(typed: string): Amount | undefined {
  const text = typed.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  if (UNKNOWN.test(text)) return null
  const bare = text.replace(UNIT, '')
  const n = parseCount(bare)
  if (n !== undefined) return { n }
  const about = ABOUT.exec(bare)
  const near = about && parseCount((about[1] ?? about[2] ?? '').replace(UNIT, ''))
  if (near !== undefined && near !== null) return { about: near }
  const between = BETWEEN.exec(bare)
  const min = between?.[1] === undefined ? undefined : parseCount(between[1].replace(UNIT, ''))
  const max = between?.[2] === undefined ? undefined : parseCount(between[2].replace(UNIT, ''))
  if (min === undefined || max === undefined || min > max) return undefined
  return min === max ? { n: min } : { min, max }
}

/** The same in figures, as it can be typed again: 3, 约15, 3-5, 未知. */
export function formatAmount(amount: Amount): string {
  if (amount === null) return '未知'
  if ('n' in amount) return String(amount.n)
  return 'about' in amount ? `约${amount.about}` : `${amount.min}-${amount.max}`
}

const DIGITS = '零一二三四五六七八九'

/** 15, 2.5, 十五, 二十, 两, 一百零三; undefined when it is no number. At most a billion. */
function parseCount(text: string): number | undefined {
  if (/^\d{1,10}(?:\.\d{1,4})?$/.test(text)) {
    const n = Number(text)
    return n <= 1e9 ? n : undefined
  }
  if (!/^[零一二两三四五六七八九十百千]+$/.test(text)) return undefined
  let total = 0
  let digit = 0
  for (const character of text.replaceAll('两', '二')) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character]
    if (unit === undefined) digit = DIGITS.indexOf(character)
    else {
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return total + digit
}
