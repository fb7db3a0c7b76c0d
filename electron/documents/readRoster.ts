import { CommandError } from '../commands/commandError.ts'
import { runInWorker, WorkerFailure } from './runInWorker.ts'
import type { SheetRefusal } from './sheetFormat.ts'

export interface RosterFile {
  readonly fileName: string
  readonly base64: string
}

export type RosterFileRead =
  | { readonly ok: true; readonly sha256: string; readonly sheets: number; readonly table: string }
  | { readonly ok: false; readonly why: SheetRefusal }

/** Ten megabytes of workbook are a quarter of a million rows. */
const MAX_BASE64 = Math.ceil((10 * 1024 * 1024) / 3) * 4
/** A file that unpacks to more, or for longer, is no roster. */
const LIMITS = { seconds: 60, megabytes: 1_024 }

/**
 * Reads a roster file in a worker thread; nothing is written. `table` is JSON of a RosterTable: the desk only passes it on.
 * @throws {CommandError} sheets.*
 */
export async function readRoster(file: RosterFile): Promise<{ sha256: string; table: string }> {
  const refuse = (why: SheetRefusal | 'noRoster') => new CommandError(`sheets.${why}`, { file: file.fileName })
  if (file.base64.length > MAX_BASE64) throw refuse('tooLarge')
  const read = await runInWorker<RosterFileRead>('documents/readSheet.worker.ts', file, LIMITS).catch(
    (error: unknown) => {
      if (error instanceof WorkerFailure) throw refuse(error.kind === 'fault' ? 'broken' : 'tooLarge')
      throw error
    },
  )
  if (!read.ok) throw refuse(read.why)
  if (read.sheets === 0) throw refuse('noRoster')
  return { sha256: read.sha256, table: read.table }
}
