import type { Adopted } from '../../../shared/domain/incident/figureBoard.ts'
import { sameAmount } from '../../../shared/domain/incident/figures.ts'
import type { Amount } from '../../../shared/domain/values.ts'
import type { FigureSummary } from '../../../shared/ipc/incidents.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

interface ClaimRow {
  readonly root: string
  readonly field: string
  readonly amount: string
}

/**
 * What a ledger shows of the figures of some incidents: the official value, and every different amount that was said of the
 * incident or of one merged into it. Side by side, never summed.
 */
export function summarizeFigures(
  db: ReadableDb,
  incidents: readonly { readonly id: string; readonly official: string }[],
): ReadonlyMap<string, readonly FigureSummary[]> {
  const claims = db
    .prepare<[string], ClaimRow>(
      `SELECT i.root, c.field, c.amount FROM json_each(?) wanted
       JOIN incident i ON i.root = wanted.value JOIN figure_claim c ON c.incident = i.id ORDER BY c.at_ms DESC, c.id`,
    )
    .all(JSON.stringify(incidents.map(({ id }) => id)))
  return new Map(
    incidents.map(({ id, official }) => [
      id,
      summarize(
        JSON.parse(official) as Record<string, Adopted | null>,
        claims.filter(({ root }) => root === id),
      ),
    ]),
  )
}

function summarize(official: Record<string, Adopted | null>, claims: readonly ClaimRow[]): readonly FigureSummary[] {
  const fields = [...new Set([...Object.keys(official), ...claims.map(({ field }) => field)])]
  return fields.map((field) => ({
    field,
    official: official[field] ?? null,
    said: distinct(claims.filter((claim) => claim.field === field).map(({ amount }) => JSON.parse(amount) as Amount)),
  }))
}

function distinct(amounts: readonly Amount[]): readonly Amount[] {
  return amounts.filter((amount, index) => amounts.findIndex((other) => sameAmount(other, amount)) === index)
}
