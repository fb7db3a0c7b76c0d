import { holdersOf } from '../../../shared/domain/duty/duty.ts'
import { dutyEntity, type Post } from '../../../shared/domain/duty/events.ts'
import { textOf } from '../../../shared/domain/registers.ts'
import { TOWNSHIP } from '../../../shared/domain/township/events.ts'
import { modeOf, organisationOf } from '../../../shared/domain/township/township.ts'
import type { ConsoleLine, DutyPost, TownshipNow } from '../../../shared/ipc/township.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readState, readStates } from '../projections/entityState.ts'

/** The township and who is on duty; null before it is set up or has arrived. */
export function readTownship(db: ReadableDb): TownshipNow | null {
  const township = readState(db, 'township', TOWNSHIP)
  if (!township) return null
  const { state, tips } = township
  return {
    tips,
    name: textOf(state.fields, 'name'),
    county: textOf(state.fields, 'county'),
    division: textOf(state.fields, 'division'),
    organisation: organisationOf(state),
    mode: modeOf(state),
    officer: readPost(db, 'officer'),
    leader: readPost(db, 'leader'),
  }
}

export function readPost(db: ReadableDb, post: Post): DutyPost {
  const duty = readState(db, 'duty', dutyEntity(post))
  return duty ? { tips: duty.tips, holders: holdersOf(duty.state) } : { tips: [], holders: [] }
}

/** Consoles that have a letter, in its order. */
export function readConsoleLines(db: ReadableDb, ownEntity: string): readonly ConsoleLine[] {
  return readStates(db, 'console')
    .map(({ id, fields }) => ({
      id,
      letter: textOf(fields, 'letter'),
      name: textOf(fields, 'name'),
      own: id === ownEntity,
    }))
    .filter(({ letter }) => letter !== '')
    .sort((a, b) => a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1))
}
