import { DatabaseError, translate } from '../../shared/node/openDatabase.ts'
import { EnvelopeError } from '../../shared/protocol/envelope.ts'

/** What kept the store from opening or writing: keys of the sentences below `errors` in the locales. */
export const STORE_ERROR_CODES = [
  'store.newerVersion',
  'store.readOnly',
  'store.full',
  'store.corrupt',
  'store.cannotOpen',
  'store.inUse',
  'store.inputOutput',
  'store.keyUnreadable',
  'store.tooLarge',
  'store.noBackup',
  'store.backupDamaged',
] as const
type StoreErrorCode = (typeof STORE_ERROR_CODES)[number]
export type StoreErrorReason = StoreErrorCode extends `store.${infer Reason}` ? Reason : never

/** Nothing was written, or the store is not open. */
export class StoreError extends Error {
  readonly reason: StoreErrorReason
  readonly code: StoreErrorCode
  constructor(reason: StoreErrorReason, cause?: unknown) {
    super(`store: ${reason}`, { cause })
    this.reason = reason
    this.code = `store.${reason}`
  }
}

/** The store error behind what the disk or SQLite threw; anything else is a fault of the program and comes back unchanged. */
export function asStoreError(error: unknown): unknown {
  const known = translate(error)
  if (known instanceof StoreError) return known
  if (known instanceof DatabaseError) return new StoreError(fromDatabase(known.code), error)
  if (known instanceof EnvelopeError && known.code === 'tooLarge') return new StoreError('tooLarge', error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = fromCode(code)
  return reason ? new StoreError(reason, error) : error
}

function fromCode(code: string): StoreErrorReason | null {
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return 'readOnly'
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (code === 'ENOTDIR' || code === 'ENOENT' || code === 'EEXIST' || code === 'ENAMETOOLONG') return 'cannotOpen'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'inUse'
  // The shared-memory file cannot grow: there is no room for 32 KB.
  if (code === 'SQLITE_IOERR_SHMSIZE') return 'full'
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_PROTOCOL' || code === 'EIO') return 'inputOutput'
  return null
}

function fromDatabase(code: DatabaseError['code']): StoreErrorReason {
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
