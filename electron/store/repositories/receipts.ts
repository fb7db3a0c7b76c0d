import type { CountyReading } from '../../../shared/ipc/receipts.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

/** Which events of one entity the county has read, by version. */
export function readReadings(db: ReadableDb, entity: string): Readonly<Record<string, CountyReading>> {
  const rows = db
    .prepare<[string], { version: string; by: string; at: number }>(
      `SELECT r.version AS version, r.by_name AS by, r.at_ms AS at
       FROM event e JOIN county_read r ON r.hash = lower(hex(e.hash)) WHERE e.entity = ?`,
    )
    .all(entity)
  return Object.fromEntries(rows.map(({ version, by, at }) => [version, { by, at }]))
}

/** Which of these events (16 digits of their hash each) the county has read. */
export function readReadingsOf(db: ReadableDb, versions: readonly string[]): Readonly<Record<string, CountyReading>> {
  const rows = db
    .prepare<[string], { version: string; by: string; at: number }>(
      `SELECT version, by_name AS by, at_ms AS at FROM county_read WHERE version IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(versions))
  return Object.fromEntries(rows.map(({ version, by, at }) => [version, { by, at }]))
}
