import type { Amount } from '../values.ts'
import { sameAmount } from './figures.ts'

/** One statement of a figure, wherever it came from. */
export interface Claim {
  /** `<call id>:<field>` or `<claim>:<field>`. */
  readonly id: string
  readonly field: string
  readonly amount: Amount
  /** In words: who said it. */
  readonly source: string
  /** As of when, ms. */
  readonly at: number
  /** The incident it was made to; another than the board's own when that was merged into it. */
  readonly incident: string
  /** The call it came with, or null. */
  readonly call: string | null
}

/** Official value of a figure, as an officer adopted it. */
export interface Adopted {
  readonly value: Amount
  readonly claim: string
  readonly source: string
}

/** One figure of an incident: what is official, and everything that was said. Nothing is ever summed. */
export interface BoardRow {
  readonly field: string
  readonly official: Adopted | null
  /** Newest first. */
  readonly claims: readonly Claim[]
  /** The newest claims of different sources do not say the same. */
  readonly differ: boolean
  /** Somebody said something newer than the claim that was adopted, and something else. */
  readonly outdated: boolean
}

/** Rows in the order of `fieldOrder`; fields it does not know come last, by name. */
export function figureBoard(
  claims: readonly Claim[],
  official: Readonly<Record<string, Adopted | null>>,
  fieldOrder: readonly string[],
): readonly BoardRow[] {
  const fields = new Set([...claims.map(({ field }) => field), ...Object.keys(official)])
  const place = (field: string) => (fieldOrder.includes(field) ? fieldOrder.indexOf(field) : fieldOrder.length)
  return [...fields]
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((field) =>
      makeRow(
        field,
        claims.filter((claim) => claim.field === field),
        official[field] ?? null,
      ),
    )
    .filter((row) => row.official !== null || row.claims.length > 0)
}

function makeRow(field: string, unordered: readonly Claim[], official: Adopted | null): BoardRow {
  const claims = unordered.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const latest = latestBySource(claims)
  const [first] = latest
  const adoptedAt = claims.find(({ id }) => id === official?.claim)?.at ?? Number.POSITIVE_INFINITY
  return {
    field,
    official,
    claims,
    differ: first !== undefined && latest.some(({ amount }) => !sameAmount(amount, first.amount)),
    outdated:
      official !== null && claims.some(({ at, amount }) => at > adoptedAt && !sameAmount(amount, official.value)),
  }
}

/** A source that spoke twice has changed its mind: only its last word counts as a difference. */
function latestBySource(newestFirst: readonly Claim[]): readonly Claim[] {
  const heard = new Set<string>()
  return newestFirst.filter(({ source }) => {
    if (heard.has(source)) return false
    heard.add(source)
    return true
  })
}
