import type { StoreCondition } from '../../../shared/ipc/store.ts'
import { freeBytes } from '../../../shared/node/freeBytes.ts'
import { readReplacements, writeReplacements } from '../recovery/replaceDatabase.ts'
import { LOW_SPACE_BYTES } from '../reserve.ts'
import type { Store } from '../store.ts'
import type { StoreErrorReason } from '../storeError.ts'

/** What a person has to know about the console's files, as it is now. */
export interface Conditions {
  list(): readonly StoreCondition[]
  /** Looks at the disk again. */
  look(): void
  backupFailed(atMs: number | null): void
  noteReplaced(keptIn: string): void
  close(): void
}

/** A refused write stays on screen at least until one succeeded. */
export function watchConditions(store: Store, now: () => number, onChange: () => void): Conditions {
  let full = false
  let readOnly = false
  let writeFailedAt: number | null = null
  let backupFailedAt: number | null = null
  let shown = ''

  const list = (): readonly StoreCondition[] => {
    const found: StoreCondition[] = replacements(store)
    const free = freeBytes(store.folder)
    if (readOnly) found.push({ kind: 'readOnly' })
    if (full) found.push({ kind: 'full' })
    else if (free < LOW_SPACE_BYTES && store.reserve.state() === 'released') found.push({ kind: 'reserveUsed' })
    else if (free < LOW_SPACE_BYTES) found.push({ kind: 'low', freeBytes: free })
    if (writeFailedAt !== null) found.push({ kind: 'writeFailed', atMs: writeFailedAt })
    if (backupFailedAt !== null) found.push({ kind: 'backupFailed', atMs: backupFailedAt })
    return found
  }
  const tell = () => {
    const text = JSON.stringify(list(), (key, value: unknown) => (key === 'freeBytes' ? null : value))
    if (text === shown) return
    shown = text
    onChange()
  }
  const endTroubles = store.onTrouble((reason: StoreErrorReason) => {
    if (reason === 'full') full = freeBytes(store.folder) < 1024 * 1024
    if (reason === 'readOnly') readOnly = true
    if (reason === 'inputOutput' || reason === 'corrupt') writeFailedAt = now()
    tell()
  })
  const endChanges = store.onChange(() => {
    if (!full && !readOnly) return
    full = false
    readOnly = false
    tell()
  })
  return {
    list,
    look: tell,
    backupFailed(atMs) {
      backupFailedAt = atMs
      tell()
    },
    noteReplaced(keptIn) {
      store.writeLocal((db) =>
        writeReplacements(
          db,
          readReplacements(db).map((one) => (one.keptIn === keptIn ? { ...one, noted: true } : one)),
        ),
      )
      writeFailedAt = null
      tell()
    },
    close() {
      endTroubles()
      endChanges()
    },
  }
}

function replacements(store: Store): StoreCondition[] {
  try {
    return readReplacements(store.db)
      .filter((one) => !one.noted || one.salvage.state === 'running')
      .map(({ cause, atMs, keptIn, backupMs, salvage }) => ({
        kind: 'replaced',
        cause,
        atMs,
        keptIn,
        backupMs,
        salvage,
      }))
  } catch {
    // The folder is closed after a failure; that is among the other conditions.
    return []
  }
}
