import { readdirSync, statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beijingDay, beijingTime, fromBeijing } from '../../../shared/domain/beijing.ts'

/** A finished backup: its name is given only after it was read back and checked. */
export interface Backup {
  readonly path: string
  /** When it was taken, to the minute. */
  readonly atMs: number
  /** How often the computer's clock had been set back between backups before this one: it alone says which came later. */
  readonly turn: number
  readonly bytes: number
}

const NAME = /^duty-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(?:-(\d{1,6}))?\.db$/

export function backupFolder(folder: string): string {
  return join(folder, 'backups')
}

/** duty-20260714-0240.db, in Beijing time: people look for it by the clock on the wall; -1 where that clock went back once before. */
export function nameBackup(atMs: number, turn = 0): string {
  const time = `${beijingDay(atMs).replaceAll('-', '')}-${beijingTime(atMs).replace(':', '')}`
  return `duty-${time}${turn === 0 ? '' : `-${turn}`}.db`
}

/** The turn of a backup taken now after these. One of the same minute takes the place of the one before. */
export function turnOf(atMs: number, [newest]: readonly Backup[]): number {
  if (!newest) return 0
  return Math.floor(atMs / MINUTE_MS) * MINUTE_MS < newest.atMs ? newest.turn + 1 : newest.turn
}

/** Finished backups, the newest first. Files of other names are not ours and are left alone. */
export function listBackups(folder: string): readonly Backup[] {
  const place = backupFolder(folder)
  let names: readonly string[] = []
  try {
    names = readdirSync(place)
  } catch {
    // None was ever taken.
  }
  return names
    .flatMap((name) => {
      const [, year, month, day, hour, minute, turn = '0'] = NAME.exec(name) ?? []
      const atMs = fromBeijing(`${year}-${month}-${day}`, `${hour}:${minute}`)
      if (atMs === null) return []
      return [{ path: join(place, name), atMs, turn: Number(turn), bytes: sizeOf(join(place, name)) }]
    })
    .sort(newestFirst)
}

function newestFirst(a: Backup, b: Backup): number {
  return b.turn - a.turn || b.atMs - a.atMs
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 3_600_000
/** The newest, then one a day, then one a week: what is found out late is found out days later. */
const NEWEST = 4
const DAYS = 7
const WEEKS = 4

/** Backups that are no longer needed; never one of the newest two. `spare` false: the disk is short, only those stay. */
export function pickSuperfluous(backups: readonly Backup[], spare = true): readonly Backup[] {
  const sorted = backups.toSorted(newestFirst)
  if (!spare) return sorted.slice(2)
  const kept = new Set(sorted.slice(0, NEWEST))
  keepFirstOf(sorted, DAYS, ({ atMs }) => beijingDay(atMs), kept)
  keepFirstOf(sorted, WEEKS, ({ atMs }) => String(Math.floor(atMs / (7 * DAY_MS))), kept)
  return sorted.filter((backup) => !kept.has(backup))
}

function keepFirstOf(
  sorted: readonly Backup[],
  periods: number,
  periodOf: (backup: Backup) => string,
  kept: Set<Backup>,
): void {
  const seen = new Set<string>()
  for (const backup of sorted) {
    const period = periodOf(backup)
    if (seen.has(period)) continue
    if (seen.size === periods) return
    seen.add(period)
    kept.add(backup)
  }
}

export function removeBackups(backups: readonly Backup[]): void {
  for (const { path } of backups) unlinkSync(path)
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}
