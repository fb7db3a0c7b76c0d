import type { RecordDelivery } from '../../../shared/ipc/receipts.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { openDeliveries, type SentEvent } from './deliveries.ts'

interface Row extends SentEvent {
  readonly by_name: string | null
  readonly at_ms: number | null
}

/** How far these events (16 digits of their hash each) have come, and who has read them. @param origin this console's id. */
export function readRecordDeliveries(
  db: ReadableDb,
  origin: string,
  versions: readonly string[],
): Readonly<Record<string, RecordDelivery>> {
  const deliveryOf = openDeliveries(db, origin)
  const rows = db
    .prepare<[string], Row>(
      `SELECT v.value AS version, e.origin, e.epoch, e.lane, e.seq, r.by_name, r.at_ms
       FROM json_each(?) v
       JOIN event e ON e.hash BETWEEN unhex(v.value || '${'0'.repeat(48)}') AND unhex(v.value || '${'f'.repeat(48)}')
       LEFT JOIN county_read r ON r.version = v.value`,
    )
    .all(JSON.stringify(versions))
  return Object.fromEntries(
    rows.map((row) => {
      const reading = row.by_name === null || row.at_ms === null ? null : { by: row.by_name, at: row.at_ms }
      return [row.version, { delivery: deliveryOf(row), reading }]
    }),
  )
}
