import type { ReadableDb } from '../../../shared/node/openDatabase.ts'

/**
 * When the hub first confirmed these events of this console (16 digits of their hash each), ms by the hub's clock; an event it has not
 * confirmed is absent. A hub that lost something confirms it again: the first time counts.
 */
export function readHubTimes(
  db: ReadableDb,
  origin: string,
  versions: readonly string[],
): Readonly<Record<string, number>> {
  const rows = db
    .prepare<[string, string], { version: string; hubMs: number | null }>(
      `SELECT v.value AS version,
         (SELECT min(h.hub_ms) FROM hub_ack h WHERE h.epoch = e.epoch AND h.lane = e.lane AND h.seq >= e.seq) AS hubMs
       FROM json_each(?) v
       JOIN event e ON e.hash BETWEEN unhex(v.value || '${'0'.repeat(48)}') AND unhex(v.value || '${'f'.repeat(48)}')
       WHERE e.origin = ?`,
    )
    .all(JSON.stringify(versions), origin)
  return Object.fromEntries(rows.flatMap(({ version, hubMs }) => (hubMs === null ? [] : [[version, hubMs]])))
}
