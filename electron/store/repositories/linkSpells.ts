import type { LinkSpell, LinkWay } from '../../../shared/domain/review/linkSpells.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'

/** Some years of a console whose links are cut now and then; half a day of one that flaps without end. */
const MOST_SPELLS = 5_000

/** Spells that touch a time (ms), oldest first. */
export function readLinkSpells(db: ReadableDb, from: number, until: number): readonly LinkSpell[] {
  return db
    .prepare<[number, number], LinkSpell>(
      `SELECT way, from_ms AS "from", until_ms AS until FROM link_spell WHERE until_ms > ? AND from_ms < ? ORDER BY id`,
    )
    .all(from, until)
}

/** @returns its id, for {@link extendLinkSpell}. */
export function beginLinkSpell(db: WritableDb, way: LinkWay, from: number, until: number): number {
  const { lastInsertRowid } = db
    .prepare<[string, number, number]>('INSERT INTO link_spell (way, from_ms, until_ms) VALUES (?, ?, ?)')
    .run(way, from, until)
  const id = Number(lastInsertRowid)
  db.prepare<[number]>('DELETE FROM link_spell WHERE id <= ?').run(id - MOST_SPELLS)
  return id
}

/** @returns false when it is not there: another database took the place of the one that held it. */
export function extendLinkSpell(db: WritableDb, id: number, until: number): boolean {
  return db.prepare<[number, number]>('UPDATE link_spell SET until_ms = ? WHERE id = ?').run(until, id).changes > 0
}
