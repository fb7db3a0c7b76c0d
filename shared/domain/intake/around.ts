import type { Claim, LineFigure } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Corrected } from './corrections.ts'

/** What stands round a number. `earlier`: the clause before; of a list, with what leads it. */
export interface Around {
  readonly here: string
  readonly before: string
  readonly after: string
  readonly earlier: string
  readonly fire: boolean
  readonly part: boolean
}

export function claimOf(number: Corrected, field: LineFigure, part: boolean, more = false): Claim {
  const { from, to } = number.said ?? number
  return { field, amount: number.amount, from, to, kind: '', part, more, left: false }
}

/** Three clauses back: what a bare number is a number of. */
export function lastThree(text: string, clauses: readonly Clause[], at: number): string {
  return clauses
    .slice(Math.max(0, at - 3), at)
    .map(({ from, to }) => text.slice(from, to))
    .join(',')
}

/** The clause before; of a list, with what leads it: 冲走了,母猪一头、小猪十一头. */
export function earlierOf(text: string, clauses: readonly Clause[], at: number): string {
  const last = clauses[at - 1]
  let first = at - 1
  while (first > 0 && text.charAt(clauses[first]?.to ?? 0) === '、') first -= 1
  return last ? text.slice(clauses[first]?.from, last.to) : ''
}
