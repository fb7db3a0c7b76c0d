import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'

/** `code` and `join` are used up by setting a password; `recovery` is the console's own (person ''). */
export type Purpose = 'password' | 'code' | 'join' | 'recovery'

export interface Credential {
  /** JSON of the verifier. */
  readonly verifier: string
  readonly madeMs: number
  readonly expiresMs: number | null
}

export function readCredential(db: ReadableDb, purpose: Purpose, person: string): Credential | null {
  const row = db
    .prepare<[string, string], { verifier: string; madeMs: number; expiresMs: number | null }>(
      'SELECT verifier, made_ms AS madeMs, expires_ms AS expiresMs FROM credential WHERE purpose = ? AND person = ?',
    )
    .get(purpose, person)
  return row ?? null
}

/** Ids of those who have a credential of that purpose here. */
export function readHoldersOf(db: ReadableDb, purpose: Purpose): ReadonlySet<string> {
  const rows = db.prepare<[string], { person: string }>('SELECT person FROM credential WHERE purpose = ?').all(purpose)
  return new Set(rows.map(({ person }) => person))
}

export function writeCredential(db: WritableDb, purpose: Purpose, person: string, credential: Credential): void {
  db.prepare(
    `INSERT INTO credential (purpose, person, verifier, made_ms, expires_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (purpose, person) DO UPDATE
     SET verifier = excluded.verifier, made_ms = excluded.made_ms, expires_ms = excluded.expires_ms`,
  ).run(purpose, person, credential.verifier, credential.madeMs, credential.expiresMs)
}

export function deleteCredential(db: WritableDb, purpose: Purpose, person: string): void {
  db.prepare('DELETE FROM credential WHERE purpose = ? AND person = ?').run(purpose, person)
}

export interface FailedAttempts {
  readonly failures: number
  readonly lastMs: number
}

export function readFailures(db: ReadableDb, subject: string): FailedAttempts {
  const row = db
    .prepare<[string], FailedAttempts>('SELECT failures, last_ms AS lastMs FROM failed_attempt WHERE subject = ?')
    .get(subject)
  return row ?? { failures: 0, lastMs: 0 }
}

export function writeFailures(db: WritableDb, subject: string, { failures, lastMs }: FailedAttempts): void {
  db.prepare(
    `INSERT INTO failed_attempt (subject, failures, last_ms) VALUES (?, ?, ?)
     ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last_ms = excluded.last_ms`,
  ).run(subject, failures, lastMs)
}

export function clearFailures(db: WritableDb, subject: string): void {
  db.prepare('DELETE FROM failed_attempt WHERE subject = ?').run(subject)
}
