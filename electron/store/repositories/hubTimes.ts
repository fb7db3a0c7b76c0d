import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

/** Of a row `e` of `event` that this console wrote: the hub's time of the first confirmation at or above its number (002_sync). */
export const HUB_MS = `(SELECT h.hub_ms FROM hub_ack h WHERE h.epoch = e.epoch AND h.lane = e.lane AND h.seq >= e.seq
  ORDER BY h.seq LIMIT 1)`

/**
 * When the hub confirmed these events of this console (16 digits of their hash each), ms by the hub's clock, which may differ from
 * this console's; an event it has not confirmed is absent.
 */
export function readHubTimes(
  db: ReadableDb,
  origin: string,
  versions: readonly string[],
): Readonly<Record<string, number>> {
  const rows = db
    .prepare<[string, string], { version: string; hubMs: number | null }>(
      `SELECT v.value AS version, ${HUB_MS} AS hubMs
       FROM json_each(?) v
       JOIN event e ON e.hash BETWEEN unhex(v.value || '${'0'.repeat(48)}') AND unhex(v.value || '${'f'.repeat(48)}')
       WHERE e.origin = ?`,
    )
    .all(JSON.stringify(versions), origin)
  return Object.fromEntries(rows.flatMap(({ version, hubMs }) => (hubMs === null ? [] : [[version, hubMs]])))
}
