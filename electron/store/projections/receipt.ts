import type { Projection } from './projection.ts'

/** 县已阅: the first reading of each event. */
export const receiptProjection: Projection<'receipt'> = {
  aggregate: 'receipt',
  tables: ['county_read'],
  write(db, _id, { hash, readings }) {
    const [first] = readings
    if (!first) return
    db.prepare('INSERT OR REPLACE INTO county_read (hash, version, by_name, at_ms) VALUES (?, ?, ?, ?)').run(
      hash,
      hash.slice(0, 16),
      first.by,
      first.at,
    )
  },
}
