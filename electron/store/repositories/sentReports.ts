import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import type { OwnAck } from '../ownAcks.ts'

/** A record that sends a report, as it stands in the log. */
export interface SentReport {
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
}

/** What of an own chain was sent as a report and confirmed behind that number; what the hub refused is not delivered. */
export function readSentReports(
  db: ReadableDb,
  origin: string,
  { epoch, lane, acked }: OwnAck,
  from: number,
): readonly SentReport[] {
  return db
    .prepare<[string, string, number, number, number], SentReport>(
      `SELECT e.hash, e.bytes FROM event e
       WHERE e.origin = ? AND e.epoch = ? AND e.lane = ? AND e.seq > ? AND e.seq <= ? AND e.kind = 'report.sent'
         AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.epoch = e.epoch AND p.lane = e.lane AND p.seq = e.seq)
       ORDER BY e.seq`,
    )
    .all(origin, epoch, lane, from, acked)
}
