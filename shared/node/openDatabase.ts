import Database from 'better-sqlite3'

/** A database that can be written. Branded, so that a function which only reads can say so in its type. */
export type WritableDb = Database.Database & { readonly __writable: true }
/** Any open database. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'pragma' | 'name' | 'open'>

/** What SQLite or the disk refused, in a form callers can tell apart. */
export class DatabaseError extends Error {
  readonly code: 'readOnly' | 'full' | 'notADatabase' | 'runtimeTooOld' | 'pragmaRefused' | 'cannotOpen'
  constructor(code: DatabaseError['code'], cause?: unknown) {
    super(`database: ${code}`, { cause })
    this.code = code
  }
}

/** better-sqlite3 13 is a Node-API 10 addon; below it (9 with the older build of the test runtime) it crashes with nothing to catch. */
const OLDEST_NODE_API = 9

/**
 * Opens a database so that a commit survives a power cut: WAL with `synchronous=FULL`. better-sqlite3 opens a WAL file with
 * NORMAL, which loses the last commits, so the pragmas are set after every open and read back.
 * @throws {DatabaseError}
 */
export function openDatabase(path: string): WritableDb {
  if (Number(process.versions.napi) < OLDEST_NODE_API) throw new DatabaseError('runtimeTooOld')
  let db: Database.Database
  try {
    db = new Database(path)
    db.pragma('journal_mode = WAL')
  } catch (error) {
    throw translate(error)
  }
  try {
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 5000')
    assertPragmas(db, path)
    return rememberStatements(db) as WritableDb
  } catch (error) {
    db.close()
    throw translate(error)
  }
}

/**
 * Opens (or makes) a file that only this process works on and that may be lost: a copy being finished, a rebuild to compare with.
 * No write-ahead log, so it is one file; never for anything that has to survive a power cut. @throws {DatabaseError}
 */
export function openScratch(path: string): WritableDb {
  if (Number(process.versions.napi) < OLDEST_NODE_API) throw new DatabaseError('runtimeTooOld')
  try {
    const db = new Database(path)
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = OFF')
    return rememberStatements(db) as WritableDb
  } catch (error) {
    throw translate(error)
  }
}

/** Opens a database for reading only: for workers that verify, search or export beside the writer. @throws {DatabaseError} */
export function openReadOnly(path: string): Database.Database {
  if (Number(process.versions.napi) < OLDEST_NODE_API) throw new DatabaseError('runtimeTooOld')
  try {
    return rememberStatements(new Database(path, { readonly: true, fileMustExist: true }))
  } catch (error) {
    throw translate(error)
  }
}

/**
 * Compiles each SQL text once a connection: functions can then name their SQL where it is used. A remembered statement is
 * shared, so never iterate one while running it again, and never call its mode setters (pluck, raw, expand).
 */
function rememberStatements(db: Database.Database): Database.Database {
  const statements = new Map<string, Database.Statement>()
  const compile = db.prepare.bind(db)
  db.prepare = ((sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const statement = compile(sql)
    statements.set(sql, statement)
    return statement
  }) as typeof db.prepare
  return db
}

function assertPragmas(db: Database.Database, path: string): void {
  const journal = db.pragma('journal_mode', { simple: true })
  const journalIsSafe = journal === 'wal' || path === ':memory:' || path === ''
  if (
    !journalIsSafe ||
    db.pragma('synchronous', { simple: true }) !== 2 ||
    db.pragma('foreign_keys', { simple: true }) !== 1
  ) {
    throw new DatabaseError('pragmaRefused')
  }
}

/** The database error behind whatever better-sqlite3 threw; other errors come back unchanged. */
export function translate(error: unknown): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code.startsWith('SQLITE_READONLY')) return new DatabaseError('readOnly', error)
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return new DatabaseError('full', error)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new DatabaseError('notADatabase', error)
  if (code.startsWith('SQLITE_CANTOPEN')) return new DatabaseError('cannotOpen', error)
  return error
}
