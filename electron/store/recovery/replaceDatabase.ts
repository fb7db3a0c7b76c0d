import { randomBytes } from 'node:crypto'
import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { beijingDay, beijingTime } from '../../../shared/domain/beijing.ts'
import { openDatabase, type ReadableDb, type WritableDb } from '../../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { syncFile, syncFolder, writeDurably } from '../../../shared/node/writeDurably.ts'
import { openEnvelope } from '../../../shared/protocol/envelope.ts'
import { type Backup, listBackups } from '../backup/backupFiles.ts'
import { checkTail } from '../check/tail.ts'
import { migrate } from '../migrate.ts'
import { bringProjectionsUpToDate } from '../projections/upToDate.ts'
import { readSetting, writeSetting } from '../settings.ts'
import { StoreError } from '../storeError.ts'
import { carveEvents } from './carve.ts'
import { copyLocalTables } from './copyLocalTables.ts'

/** Setting: the next opening begins a new epoch, for this reason. */
export const EPOCH_PENDING = 'epochPending'
/** Setting: the files that were put aside, the newest first. */
const REPLACEMENTS = 'replacements'

const DATABASE = 'duty.db'
const NEW = 'duty.db.new'
/** Says what is being done, so that a power cut in the middle is taken up at the next start. */
const PLAN = 'replacing.json'

const replacement = z.object({
  cause: z.enum(['corrupt', 'missing', 'restored']),
  atMs: z.number(),
  /** Where the old file is, relative to the data folder. */
  keptIn: z.string(),
  /** When the backup that duty goes on from was taken; null: from an empty log. */
  backupMs: z.number().nullable(),
  salvage: z.object({ state: z.enum(['running', 'done']), found: z.number(), unreadable: z.number() }),
  noted: z.boolean(),
})
/** A database that was put in the place of another. */
export type Replacement = z.infer<typeof replacement>

const plan = z.object({
  cause: replacement.shape.cause,
  atMs: z.number(),
  keptIn: z.string(),
  /** A backup chosen by a person, or what was made of it; the newest sound one when null. */
  backup: z.string().nullable(),
  /** When that one was taken. */
  backupMs: z.number().nullable().default(null),
})
type Plan = z.infer<typeof plan>

/** The backup a person wants to go on from, or a copy of it that was put in order. */
export type ChosenBackup = Pick<Backup, 'path' | 'atMs'>

/**
 * Puts the database aside, never deletes it, and goes on with the newest backup that is sound, else with an empty log; what
 * belongs to this console alone (passwords, drafts, the county's key) is taken from the old file as far as it can be read. The
 * records that the old file still holds come back in the background, see salvage.ts.
 * @throws {StoreError} when the disk refuses; the next start goes on from where this one stopped.
 */
export function replaceDatabase(
  folder: string,
  { cause, atMs, chosen = null }: { cause: Replacement['cause']; atMs: number; chosen?: ChosenBackup | null },
): void {
  const stamp = `${beijingDay(atMs)}-${beijingTime(atMs)}`.replaceAll(/[-:]/g, '')
  const keptIn = `corrupt/${stamp}-${randomBytes(2).toString('hex')}`
  const steps: Plan = { cause, atMs, keptIn, backup: chosen?.path ?? null, backupMs: chosen?.atMs ?? null }
  writeDurably(join(folder, PLAN), JSON.stringify(steps))
  carryOut(folder, steps)
}

/** Takes up a replacement that a power cut interrupted. */
export function finishReplacing(folder: string, now: () => number): void {
  const path = join(folder, PLAN)
  if (!existsSync(path)) return
  let steps: Plan
  try {
    steps = plan.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Written in one piece or not at all; should it be unreadable all the same, the file is looked at like any other.
    rmSync(path)
    return
  }
  try {
    carryOut(folder, { ...steps, atMs: Math.min(steps.atMs, now()) })
  } catch (error) {
    if (steps.cause !== 'restored') throw error
    console.error('[store] the chosen backup cannot be used; the file before it stays', error)
  }
}

export function readReplacements(db: Pick<ReadableDb, 'prepare'>): readonly Replacement[] {
  const found = z.array(replacement).safeParse(readSetting(db, REPLACEMENTS))
  return found.success ? found.data : []
}

export function writeReplacements(db: WritableDb, all: readonly Replacement[]): void {
  writeSetting(db, REPLACEMENTS, all)
}

function carryOut(folder: string, steps: Plan): void {
  const aside = join(folder, steps.keptIn)
  mkdirSync(aside, { recursive: true })
  for (const suffix of ['-wal', '-shm', '-journal', '']) moveAside(join(folder, DATABASE + suffix), aside)
  syncFolder(aside)
  try {
    prepare(folder, steps)
  } catch (error) {
    // The old file is sound: only a person wanted another one.
    if (steps.cause === 'restored') putBack(folder, aside)
    throw error
  }
  renameSync(join(folder, NEW), join(folder, DATABASE))
  syncFolder(folder)
  rmSync(join(folder, PLAN))
}

function moveAside(path: string, aside: string): void {
  const target = join(aside, basename(path))
  // A plan that is taken up again finds the new database here when only its last step is missing: that one is no old file.
  if (!existsSync(path) || existsSync(target)) return
  renameSync(path, target)
  // A shared-memory file is written by whoever reads the database.
  if (!path.endsWith('-shm')) chmodSync(target, 0o444)
}

/** Nothing was changed, after all. */
function putBack(folder: string, aside: string): void {
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    const kept = join(aside, DATABASE + suffix)
    if (!existsSync(kept)) continue
    chmodSync(kept, 0o644)
    renameSync(kept, join(folder, DATABASE + suffix))
  }
  clear(join(folder, NEW))
  syncFolder(folder)
  rmSync(join(folder, PLAN))
  rmSync(aside, { recursive: true })
}

/** Makes the new database as one complete file beside the place where it belongs. */
function prepare(folder: string, { cause, atMs, keptIn, ...chosen }: Plan): void {
  const path = join(folder, NEW)
  const { db, backupMs } = openBase(folder, path, chosen)
  try {
    bringProjectionsUpToDate(db)
    const old = join(folder, keptIn, DATABASE)
    copyLocalTables(old, db)
    if (typeof readSetting(db, 'scope') !== 'string') restoreScope(old, db)
    db.transaction(() => {
      writeSetting(db, EPOCH_PENDING, cause === 'restored' ? 'restored' : 'corruption')
      const salvage = { state: 'running' as const, found: 0, unreadable: 0 }
      const others = readReplacements(db).filter((one) => one.keptIn !== keptIn)
      writeReplacements(db, [{ cause, atMs, keptIn, backupMs, salvage, noted: false }, ...others])
    })()
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
  syncFile(path)
}

/** Without its township the console would greet the person like a new one: every record says which it is. */
function restoreScope(old: string, db: WritableDb): void {
  for (const bytes of carveEvents(old)) {
    writeSetting(db, 'scope', openEnvelope(bytes, nodePrimitives).envelope.scope)
    return
  }
}

function openBase(
  folder: string,
  path: string,
  { backup, backupMs }: Pick<Plan, 'backup' | 'backupMs'>,
): { db: WritableDb; backupMs: number | null } {
  const candidates = backup === null ? listBackups(folder) : [{ path: backup, atMs: backupMs ?? 0 }]
  for (const { path: source, atMs } of candidates) {
    const db = tryBase(source, path)
    if (db) return { db, backupMs: atMs }
  }
  if (backup !== null) throw new StoreError('noBackup')
  clear(path)
  const db = openDatabase(path)
  migrate(db, () => undefined)
  return { db, backupMs: null }
}

function tryBase(source: string, path: string): WritableDb | null {
  clear(path)
  let db: WritableDb | null = null
  try {
    copyFileSync(source, path, constants.COPYFILE_FICLONE)
    chmodSync(path, 0o644)
    db = openDatabase(path)
    migrate(db, () => undefined)
    checkTail(db)
    return db
  } catch (error) {
    console.error('[store] a backup cannot be used', source, error)
    db?.close()
    return null
  }
}

function clear(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}
