import type { Claim } from './claims.ts'
import { ANIMAL_NOUN } from './nouns.ts'

const BEASTS = new RegExp(`${ANIMAL_NOUN}|[鸡鸭鹅猪羊牛兔]场|养殖|禽`, 'u')
/** More than a township loses of its people in one event, and few for a farm. */
const HERD = 50
const PEOPLE = /[人名位口个]/u

/** 养鸡场停电,热死一千二: so many without a unit, where a farm is spoken of, are beasts. */
export function withoutHerds(claims: readonly Claim[], text: string): readonly Claim[] {
  if (!BEASTS.test(text)) return claims
  return claims.map((claim) => {
    const { field, amount, from, to } = claim
    if (field !== 'dead' || amount === null || PEOPLE.test(text.slice(from, to + 1))) return claim
    const least = 'n' in amount ? amount.n : 'min' in amount ? amount.min : amount.about
    return least >= HERD ? { ...claim, field: 'livestock' } : claim
  })
}
