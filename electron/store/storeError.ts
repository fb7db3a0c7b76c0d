import { DatabaseError, translate } from '../../shared/node/openDatabase.ts'

/** What kept the store from opening or writing; each code has a sentence in resources/locales (errors.json). */
export type StoreErrorCode = 'newerVersion' | 'readOnly' | 'full' | 'corrupt' | 'cannotOpen' | 'inUse' | 'inputOutput'

export class StoreError extends Error {
  readonly code: StoreErrorCode
  constructor(code: StoreErrorCode, cause?: unknown) {
    super(`store: ${code}`, { cause })
    this.code = code
  }
}

/** The store error behind what the disk or SQLite threw; anything else is a fault of the program and comes back unchanged. */
export function asStoreError(error: unknown): unknown {
  const known = translate(error)
  if (known instanceof StoreError) return known
  if (known instanceof DatabaseError) return new StoreError(fromDatabase(known.code), error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return new StoreError('readOnly', error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StoreError('full', error)
  if (code.startsWith('SQLITE_IOERR')) return new StoreError('inputOutput', error)
  return error
}

function fromDatabase(code: DatabaseError['code']): StoreErrorCode {
  switch (code) {
    case 'readOnly':
      return 'readOnly'
    case 'full':
      return 'full'
    case 'notADatabase':
      return 'corrupt'
    case 'cannotOpen':
    case 'runtimeTooOld':
    case 'pragmaRefused':
      return 'cannotOpen'
  }
}
