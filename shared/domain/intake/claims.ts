import type { Amount } from '../values.ts'

/** Figures of one line; the keys are those of `npm run intake`. */
export const LINE_FIGURES = [
  'dead',
  'missing',
  'trapped',
  'injured',
  'evacuated',
  'evacuatedHouseholds',
  'refusedHouseholds',
  'roomsCollapsed',
  'roomsDamaged',
  'householdsDamaged',
  'cropsMu',
  'burnedHectares',
  'livestock',
  'magnitude',
  'waterLevelMeters',
  'replyWithinMinutes',
] as const
export type LineFigure = (typeof LINE_FIGURES)[number]

/** One statement of a figure, in places of the tidied text. `kind`: parts of the same kind are not added to each other. */
export interface Claim {
  readonly field: LineFigure
  /** Null: spoken of, but nobody said how many. */
  readonly amount: Amount
  readonly from: number
  readonly to: number
  readonly kind: string
  /** 其中: a part of what was said already. */
  readonly part: boolean
  /** 又, 另外, or of another group: comes on top. */
  readonly more: boolean
  /** 还有一个没找到: what is left of an earlier number, which it replaces. */
  readonly left: boolean
}

export interface Settled {
  readonly amount: Amount
  readonly from: number
  readonly to: number
  /** Two statements that cannot both hold. */
  readonly rivals: readonly Claim[]
}

/** What the claims on one figure come to. */
export function settle(stated: readonly Claim[]): Settled | undefined {
  // 石门村倒了三间,新塘村一间都没倒: a zero of some only says nothing of the others.
  const claims = stated.some(({ amount, part }) => !part || !isNone(amount))
    ? stated.filter(({ amount, part }) => !part || !isNone(amount))
    : stated
  const total = claims.find(({ kind, part }) => kind === '' && !part)
  // 11人受伤,2人重伤: those two are of the eleven.
  const whole = claims.filter(
    (one) => !one.part && !(total && PARTS.has(one.kind) && most(one.amount) <= most(total.amount)),
  )
  const said = whole.some(({ amount }) => amount !== null) || claims.length === whole.length ? whole : claims
  const counted = said.filter(({ amount }) => amount !== null)
  const [first, ...rest] = counted
  // 两户不走,一户三口人,一户五口人: told one by one.
  const oneByOne = rest.length > 1 && !rest[0]?.more && rest.every(({ left }) => !left)
  if (first && oneByOne && sumOf(rest) === sumOf([first])) return { ...first, rivals: [] }
  if (!first) return said[0] ? { ...said[0], rivals: [] } : undefined
  let all: Settled = { amount: first.amount, from: first.from, to: first.to, rivals: [] }
  let kind = first.kind
  for (const next of rest) {
    if (same(all.amount, next.amount)) continue
    if (next.left && !isNone(all.amount)) {
      all = { ...all, amount: next.amount, from: next.from, to: next.to }
      continue
    }
    const zero = isNone(all.amount) || isNone(next.amount)
    if (!zero && (next.more || next.kind !== kind) && next.amount && all.amount)
      all = {
        ...all,
        amount: add(all.amount, next.amount),
        from: Math.min(all.from, next.from),
        to: Math.max(all.to, next.to),
      }
    else
      all = {
        amount: next.amount,
        from: next.from,
        to: next.to,
        rivals: [...all.rivals, ...(all.rivals.length > 0 ? [] : [first]), next],
      }
    kind = next.kind
  }
  return all
}

/** Kinds of the same misfortune that are counted within its total. */
const PARTS: ReadonlySet<string> = new Set(['light', 'grave', 'sent', 'coma', 'fracture'])

/** NaN as soon as one of them is not certain. */
function sumOf(claims: readonly Claim[]): number {
  return claims.reduce((sum, { amount }) => sum + (amount !== null && 'n' in amount ? amount.n : Number.NaN), 0)
}

function most(amount: Amount): number {
  return amount === null ? 0 : boundsOf(amount).max
}

function isNone(amount: Amount): boolean {
  return amount !== null && 'n' in amount && amount.n === 0
}

function same(a: Amount, b: Amount): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The sum keeps what is uncertain about either. */
export function add(a: Amount & object, b: Amount & object): Amount & object {
  if ('min' in a || 'min' in b) {
    const [x, y] = [boundsOf(a), boundsOf(b)]
    return { min: x.min + y.min, max: x.max + y.max }
  }
  const sum = ('n' in a ? a.n : a.about) + ('n' in b ? b.n : b.about)
  const rounded = Math.round(sum * 1000) / 1000
  return 'n' in a && 'n' in b ? { n: rounded } : { about: rounded }
}

function boundsOf(amount: Amount & object) {
  if ('min' in amount) return amount
  const n = 'n' in amount ? amount.n : amount.about
  return { min: n, max: n }
}

/** The same statement in another unit. */
export function times(amount: Amount & object, factor: number): Amount & object {
  const to = (n: number) => Math.round(n * factor * 100) / 100
  if ('min' in amount) return { min: to(amount.min), max: to(amount.max) }
  return 'n' in amount ? { n: to(amount.n) } : { about: to(amount.about) }
}
