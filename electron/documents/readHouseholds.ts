import type { HouseholdFile } from '../../shared/ipc/households.ts'
import { CommandError } from '../commands/commandError.ts'
import type { RosterFile } from './readRoster.ts'
import { runInWorker, WorkerFailure } from './runInWorker.ts'
import type { SheetRefusal } from './sheetFormat.ts'

export interface HouseholdsInput extends RosterFile {
  readonly villages: readonly { readonly id: string; readonly name: string }[]
}
export type HouseholdsRead =
  | ({ readonly ok: true } & HouseholdFile)
  | { readonly ok: false; readonly why: SheetRefusal | 'noHouseholds' }

/** Ten megabytes of workbook are a quarter of a million rows. */
const MAX_BASE64 = Math.ceil((10 * 1024 * 1024) / 3) * 4
const LIMITS = { seconds: 60, megabytes: 1_024 }

/** Reads a register of households in a worker thread; nothing is written. @throws {CommandError} sheets.* */
export async function readHouseholdFile(input: HouseholdsInput): Promise<HouseholdFile> {
  const refuse = (why: SheetRefusal | 'noHouseholds') => new CommandError(`sheets.${why}`, { file: input.fileName })
  if (input.base64.length > MAX_BASE64) throw refuse('tooLarge')
  const read = await runInWorker<HouseholdsRead>('documents/readHouseholds.worker.ts', input, LIMITS).catch(
    (error: unknown) => {
      if (error instanceof WorkerFailure) throw refuse(error.kind === 'fault' ? 'broken' : 'tooLarge')
      throw error
    },
  )
  if (!read.ok) throw refuse(read.why)
  return { sha256: read.sha256, rows: read.rows }
}
