import type { Claim } from '../../../shared/domain/incident/figureBoard.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'

/** Replaces the claims one call or incident makes. */
export function writeClaims(db: WritableDb, owner: string, claims: readonly Claim[]): void {
  db.prepare('DELETE FROM figure_claim WHERE owner = ?').run(owner)
  for (const { id, incident, field, amount, source, at } of claims) {
    db.prepare(
      'INSERT OR REPLACE INTO figure_claim (owner, id, incident, field, amount, source, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(owner, id, incident, field, JSON.stringify(amount), source, at)
  }
}
