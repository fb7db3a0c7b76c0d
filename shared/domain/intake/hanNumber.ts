/** A number as people say it: between two bounds, which are the same for a plain one. */
export interface Bounds {
  readonly lo: number
  readonly hi: number
}

const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/**
 * 三, 十五, 两百五, 一百零三, 两三, 三四十, 十二三, 几十, 二十几, 廿三. “几” is two to nine (现代汉语词典). Undefined for a string of digits such as 一一九,
 * which is a name and no number.
 */
export function readHan(said: string): Bounds | undefined {
  const text = said.replaceAll('两', '二').replaceAll('廿', '二十').replaceAll('卅', '三十').replaceAll('仟', '千')
  const parts = text.split('万')
  if (parts.length > 2) return undefined
  const [above = '', below] = parts
  if (below === undefined) return readSection(above)
  const high = readSection(above)
  if (!high) return undefined
  const short = DIGITS.indexOf(below)
  const low = below === '' ? { lo: 0, hi: 0 } : short > 0 ? { lo: short * 1000, hi: short * 1000 } : readSection(below)
  return low && { lo: high.lo * 10_000 + low.lo, hi: high.hi * 10_000 + low.hi }
}

function readSection(text: string): Bounds | undefined {
  let lo = 0
  let hi = 0
  let waiting: Bounds | null = null
  let several = false
  let unit = 0
  let zero = false
  for (const character of text) {
    const size = UNITS[character]
    if (size !== undefined) {
      const times: Bounds = waiting ?? { lo: 1, hi: 1 }
      lo += times.lo * size
      hi += times.hi * size + (several ? size - 1 : 0)
      waiting = null
      several = false
      unit = size
      zero = false
    } else if (character === '零') zero = true
    else if (character === '几' || character === '数') {
      if (waiting) return undefined
      waiting = { lo: unit === 10 ? 1 : 2, hi: 9 }
      several = true
    } else {
      const digit = DIGITS.indexOf(character)
      if (digit < 0) return undefined
      if (waiting === null) waiting = { lo: digit, hi: digit }
      else if (waiting.lo !== waiting.hi || !goTogether(waiting.lo, digit)) return undefined
      else waiting = { lo: Math.min(waiting.lo, digit), hi: Math.max(waiting.hi, digit) }
    }
  }
  if (waiting === null) return { lo, hi }
  // 两百五 is 250, 两百零五 is 205.
  const last = unit >= 100 && !zero && !several ? unit / 10 : 1
  return { lo: lo + waiting.lo * last, hi: hi + waiting.hi * last }
}

/** 两三, 三四, 三五, 三两: two digits side by side that mean “between”. */
function goTogether(a: number, b: number): boolean {
  return b === a + 1 || (a === 3 && b === 5) || (a === 3 && b === 2) || (a === 2 && b === 1)
}
