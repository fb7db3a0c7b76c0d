import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'

/** What belongs to this console alone and never travels: JSON by key. */
export function readSetting(db: Pick<ReadableDb, 'prepare'>, key: string): unknown {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?').get(key)
  return row ? JSON.parse(row.value) : undefined
}

export function writeSetting(db: WritableDb, key: string, value: unknown): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value))
}
