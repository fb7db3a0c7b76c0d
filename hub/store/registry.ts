import type { ReadableDb, WritableDb } from '../../shared/node/openDatabase.ts'
import type { DeviceRecord, EnrolCodeRecord, Township } from '../core/ports.ts'

const DEVICE_COLUMNS =
  'origin, public_key AS publicKey, division, name, letter, enrolled_ms AS enrolledAt, revoked_ms AS revokedAt'

export function readTownship(db: ReadableDb, division: string): Township | null {
  return db.prepare<[string], Township>('SELECT division, name FROM township WHERE division = ?').get(division) ?? null
}

export function readTownships(db: ReadableDb): readonly Township[] {
  return db.prepare<[], Township>('SELECT division, name FROM township ORDER BY division').all()
}

export function insertTownship(db: WritableDb, { division, name }: Township, at: number): void {
  db.prepare('INSERT INTO township (division, name, created_ms) VALUES (?, ?, ?)').run(division, name, at)
}

export function readDevice(db: ReadableDb, origin: string): DeviceRecord | null {
  return db.prepare<[string], DeviceRecord>(`SELECT ${DEVICE_COLUMNS} FROM device WHERE origin = ?`).get(origin) ?? null
}

export function readDevicesOf(db: ReadableDb, division: string): readonly DeviceRecord[] {
  return db
    .prepare<[string], DeviceRecord>(`SELECT ${DEVICE_COLUMNS} FROM device WHERE division = ? ORDER BY letter`)
    .all(division)
}

export function insertDevice(db: WritableDb, d: DeviceRecord): void {
  db.prepare(
    'INSERT INTO device (origin, public_key, division, name, letter, enrolled_ms, revoked_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(d.origin, d.publicKey, d.division, d.name, d.letter, d.enrolledAt, d.revokedAt)
}

export function writeRevoked(db: WritableDb, origin: string, at: number): void {
  db.prepare('UPDATE device SET revoked_ms = ? WHERE origin = ? AND revoked_ms IS NULL').run(at, origin)
}

export function insertEnrolCode(db: WritableDb, { key, division, expiresAt, usedAt, usedBy }: EnrolCodeRecord): void {
  db.prepare('INSERT INTO enrol_code (key, division, expires_ms, used_ms, used_by) VALUES (?, ?, ?, ?, ?)').run(
    key,
    division,
    expiresAt,
    usedAt,
    usedBy,
  )
}

/** All codes ever made: a used or expired one has to be recognised to say so. A county makes a few hundred. */
export function readEnrolCodes(db: ReadableDb): readonly EnrolCodeRecord[] {
  return db
    .prepare<[], EnrolCodeRecord>(
      'SELECT key, division, expires_ms AS expiresAt, used_ms AS usedAt, used_by AS usedBy FROM enrol_code ORDER BY expires_ms DESC',
    )
    .all()
}

export function writeCodeUsed(db: WritableDb, key: string, origin: string, at: number): void {
  db.prepare('UPDATE enrol_code SET used_ms = ?, used_by = ? WHERE key = ? AND used_ms IS NULL').run(at, origin, key)
}

export function readMeta(db: ReadableDb, key: string): string | null {
  return db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value ?? null
}

export function writeMeta(db: WritableDb, key: string, value: string): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    value,
  )
}
