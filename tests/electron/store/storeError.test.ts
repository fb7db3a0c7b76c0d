import { describe, expect, it } from 'vitest'
import { asStoreError, StoreError } from '../../../electron/store/storeError.ts'
import { EnvelopeError } from '../../../shared/protocol/envelope.ts'

const coded = (code: string) => Object.assign(new Error(code), { code })

describe('what the disk and SQLite say, in the store’s words', () => {
  it.each([
    [coded('SQLITE_FULL'), 'full'],
    [coded('ENOSPC'), 'full'],
    [coded('EDQUOT'), 'full'],
    [coded('SQLITE_IOERR_FSYNC'), 'inputOutput'],
    [coded('SQLITE_IOERR_WRITE'), 'inputOutput'],
    [coded('EIO'), 'inputOutput'],
    [coded('SQLITE_NOTADB'), 'corrupt'],
    [coded('SQLITE_CORRUPT'), 'corrupt'],
    [coded('SQLITE_CORRUPT_INDEX'), 'corrupt'],
    [coded('SQLITE_READONLY'), 'readOnly'],
    [coded('EROFS'), 'readOnly'],
    [coded('EACCES'), 'readOnly'],
    [coded('SQLITE_BUSY'), 'inUse'],
    [coded('SQLITE_CANTOPEN'), 'cannotOpen'],
    [coded('ENOTDIR'), 'cannotOpen'],
    [new EnvelopeError('tooLarge'), 'tooLarge'],
    [new StoreError('newerVersion'), 'newerVersion'],
  ])('%s', (error, reason) => {
    expect(asStoreError(error)).toMatchObject({ reason, code: `store.${reason}` })
  })

  it('leaves faults of the program as they are', () => {
    const fault = new TypeError('x')
    expect(asStoreError(fault)).toBe(fault)
    expect(asStoreError(coded('SQLITE_CONSTRAINT_NOTNULL'))).toMatchObject({ code: 'SQLITE_CONSTRAINT_NOTNULL' })
  })
})
