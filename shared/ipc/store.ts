import { z } from 'zod'
import { reason } from '../domain/values.ts'
import type { Lane } from '../protocol/lanes.ts'
import { channel } from './channel.ts'

/** Something about the console's own files that a person has to know. Each kind has its sentence in the locales (`store`). */
export type StoreCondition =
  /** A database was put aside and duty goes on with another one. */
  | {
      readonly kind: 'replaced'
      readonly cause: 'corrupt' | 'missing' | 'restored'
      readonly atMs: number
      /** Where the old file is, relative to the data folder. */
      readonly keptIn: string
      /** When the backup that duty went on from was taken; null: from an empty log. */
      readonly backupMs: number | null
      readonly salvage: { readonly state: 'running' | 'done'; readonly found: number; readonly unreadable: number }
    }
  /** Writes are refused: no space. */
  | { readonly kind: 'full' }
  /** Writing goes on in the space that was kept for this. */
  | { readonly kind: 'reserveUsed' }
  | { readonly kind: 'low'; readonly freeBytes: number }
  /** The disk failed at a write; nothing was lost of what had been confirmed. */
  | { readonly kind: 'writeFailed'; readonly atMs: number }
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'backupFailed'; readonly atMs: number }

/** A backup that can be restored. */
export interface BackupLine {
  /** When it was taken, to the minute; names it. */
  readonly atMs: number
  readonly bytes: number
}

export interface StoreHealth {
  readonly conditions: readonly StoreCondition[]
  /** The newest backup that was read back and checked. */
  readonly backup: { readonly atMs: number; readonly bytes: number } | null
  readonly backups: number
  readonly backupRunning: boolean
  /** A backup of an older version is being put in order, to go on from it; null while none is. */
  readonly restoring: { readonly done: number; readonly total: number } | null
}

/** One chain of this console, by how far it is witnessed: 1 to `countersigned`, on to `signed`, on to `seq`. */
export interface ChainStretches {
  readonly epoch: string
  readonly lane: Lane
  readonly seq: number
  readonly countersigned: number
  readonly signed: number
}

export interface BadRow {
  readonly origin: string
  readonly epoch: string
  readonly lane: number
  readonly seq: number
  /** `unlinked`: does not follow the row before it. `signature`: another hash than the one that was signed. */
  readonly what: 'unreadable' | 'altered' | 'unlinked' | 'signature'
}

/** Files of attachments, hash compared: so many sound ones, and the names of those that are not. */
export interface AttachmentCheck {
  readonly sound: number
  readonly damaged: readonly string[]
  /** Added at this console and no longer here. */
  readonly missing: readonly string[]
}

export interface VerifyReport {
  readonly atMs: number
  readonly seconds: number
  readonly events: number
  readonly own: readonly ChainStretches[]
  readonly others: { readonly origins: number; readonly events: number }
  /** Numbers missing inside chains of others: the county keeps them aside, or they have not come yet. */
  readonly holes: number
  readonly bad: readonly BadRow[]
  /** More than are listed. */
  readonly badCount: number
  /** Signatures that do not verify. */
  readonly badSignatures: number
  /** Tables on screen that differ from a rebuild out of the events. */
  readonly different: readonly string[]
  readonly structure: 'sound' | 'damaged'
  readonly attachments: AttachmentCheck
}

export const VERIFY_STAGES = ['chains', 'signatures', 'rebuild', 'compare', 'structure', 'attachments'] as const
export type VerifyStage = (typeof VERIFY_STAGES)[number]

export type VerifyState =
  | { readonly state: 'idle'; readonly last: VerifyReport | null; readonly failed: boolean }
  | { readonly state: 'running'; readonly stage: VerifyStage; readonly done: number; readonly total: number }

export const storeChannels = {
  'store.health': channel(z.null()).answers<StoreHealth>(),
  /** A person has read that a file was replaced. */
  'store.noteReplaced': channel(z.object({ keptIn: z.string() })).answers<null>(),
  'store.backUp': channel(z.null()).answers<StoreHealth>(),
  'store.backups': channel(z.null()).answers<readonly BackupLine[]>(),
  /** Goes on from a backup; for administrators. `restored` false: somebody called it off while the backup was being prepared. */
  'store.restore': channel(z.object({ atMs: z.number(), reason })).answers<{ readonly restored: boolean }>(),
  'store.cancelRestore': channel(z.null()).answers<null>(),
  'store.verify': channel(z.null()).answers<VerifyState>(),
  'store.startVerify': channel(z.null()).answers<null>(),
  'store.cancelVerify': channel(z.null()).answers<null>(),
  /** Builds what is on screen again from the events. */
  'store.rebuild': channel(z.null()).answers<null>(),
  /** Tries again to open a console that could not be opened; harmless when it is open. */
  'store.reopen': channel(z.null()).answers<null>(),
} as const
