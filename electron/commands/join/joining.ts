import { z } from 'zod'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'

/** Local setting: how this console came to its township, from the first event on until an administrator has taken it over. */
const JOINING = 'joining'
const joining = z.object({ by: z.enum(['file', 'hub']), letter: z.string(), invitation: z.string() })
export type Joining = z.infer<typeof joining>

export function readJoining(db: ReadableDb): Joining | null {
  return joining.nullable().parse(readSetting(db, JOINING) ?? null)
}

export function writeJoining(db: WritableDb, value: Joining | null): void {
  writeSetting(db, JOINING, value)
}
