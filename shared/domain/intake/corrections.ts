import { findAll } from './matches.ts'
import type { Quantity } from './quantities.ts'

/** Words by which a caller takes back what he just said and says it anew. */
const MARK =
  /不对不对|不对|(?<!(?:前头|前面|先前|刚才|之前|早先|原先)[^,.;]{0,3})(?:说错了|讲错了|搞错了|记错了)|口误|错了错了|(?<!(?:前头|前面|先前|刚才|之前|早先|原先)[^,.;]{0,4})错了|(?:前头|前面|先前|刚才|之前|早先|原先)[^,.;]{0,3}错了(?=,?(?:是|应|其实|实际|不是)|[:])|哦不|不不不|不不|(?<=[,.;])不(?=,|是(?![\d一二两三四五六七八九十]))|更正(?:一下|为)?|纠正(?:一下)?|应该是|应当是|应是|实际上?(?:是|为|只有|有)?|其实是?|(?<=(?:本来|原来|原先|起初|先前|早先|开头|一开始)(?:估|报|说|以为|算|登记)[^.;]{0,24})只有|准确(?:的|地)?(?:说|讲)(?:是)?|改成|改为|上升[到至为]|升[到至]|增[加至]到?|涨[到至]|变[为成]|核实(?:后)?(?:是|为|,)|核[实对过]?了(?:一下|一遍)?,?(?:是|就是|只有)|误报(?=,?(?:是|应))|修正[为到]?|订正[为成]?|修订[为成]?|调整[为到]|[上下]调[为到至]|核对(?:后)?(?:是|为)?|复核(?:后)?(?:是|为)?|(?:后来|后头|又来)[^,.;]{0,6}说(?:是(?=[\d一二两三四五六七八九十])|(?=[\d一二两三四五六七八九十百]+[个名位]?人?(?:$|[,.;])))|核下来(?:是|就是|只有)|重新说|(?:不是[^,]{1,8},)(?:而)?是|(?<=不是[^,.;]{1,6})是(?=[\d一二两三四五六七八九十])/gu

export interface Correction {
  readonly from: number
  readonly to: number
}

export function findCorrections(text: string): readonly Correction[] {
  return findAll(text, MARK).map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
}

/** How far before and after the word the two statements may stand. */
const BEFORE = 28
const AFTER = 14

/** Of two things said one after the other, whether a word of correction between them puts the second in the place of the first. */
export function replaces(
  corrections: readonly Correction[],
  first: { readonly to: number },
  second: { readonly from: number },
): boolean {
  return corrections.some(
    ({ from, to }) =>
      first.to <= to &&
      second.from >= from &&
      from - first.to <= BEFORE &&
      second.from - to <= AFTER &&
      first.to < second.from,
  )
}

/** The numbers as corrected. `dropped` numbers were taken back; a new one without a verb of its own stands where the old one stood. */
export interface Corrected extends Quantity {
  /** Where the number was really said, when it stands in for another. */
  readonly said?: { readonly from: number; readonly to: number }
}

export function correctQuantities(
  quantities: readonly Quantity[],
  corrections: readonly Correction[],
  hasVerb: (quantity: Quantity) => boolean,
): readonly Corrected[] {
  const corrected: Corrected[] = []
  for (const [i, second] of quantities.entries()) {
    // 一百二十亩,他又跑了一圈,只有七十亩: the round is no part of it.
    const at = second.counts === 'thing' ? -1 : corrected.findLastIndex(({ counts }) => counts !== 'thing')
    const first = corrected.at(at)
    // A word of correction is about the number next to it only.
    const near = corrections.filter(({ to }) => to >= (quantities[i - 1]?.to ?? 0))
    if (!first || !replaces(near, first, second) || !sameKind(first, second)) corrected.push(second)
    else if (hasVerb(second)) {
      // 死亡改为三人,失踪改为一人: each takes the place of what was said on another call.
      if (corrections.some(({ to }) => to === first.from) && corrections.some(({ to }) => to === second.from))
        corrected.push(second)
      else corrected.splice(at, 1, second)
    } else {
      const counts = second.counts === 'bare' || second.counts === 'alone' ? first.counts : second.counts
      const { from, to, unit } = first
      corrected.splice(at, 1, { from, to, unit, counts, amount: second.amount, said: second })
    }
  }
  return corrected
}

function sameKind(first: Quantity, second: Quantity): boolean {
  const loose = (one: Quantity) => one.counts === 'bare' || one.counts === 'alone'
  return first.counts === second.counts || (loose(first) && second.counts === 'person') || loose(second)
}
