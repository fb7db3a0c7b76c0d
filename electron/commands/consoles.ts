import type { ConsoleFacts } from '../../shared/domain/console/console.ts'
import { lostLetter, nextLetter } from '../../shared/domain/console/letters.ts'
import { textOf } from '../../shared/domain/registers.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState, readStates } from '../store/projections/entityState.ts'
import { writeSetting } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import type { AnyDraft } from '../store/writer.ts'
import { consoleLetter, LETTER_SETTING } from './numbering.ts'

export function consoleEntity({ origin }: Pick<Store, 'origin'>): string {
  return `console:${origin}`
}

/** The letter a further console would get. */
export function freeLetter({ store }: Pick<DeskContext, 'store'>): string {
  return nextLetter(readStates(store.db, 'console'))
}

/** Gives this console its letter and name; the event is for the caller to append with the rest of its act. */
export function registration(
  { store }: Pick<DeskContext, 'store'>,
  body: { letter: string; name: string; invitation?: string },
): AnyDraft {
  store.writeLocal((db) => writeSetting(db, LETTER_SETTING, body.letter))
  return { kind: 'console.registered', entity: consoleEntity(store), body }
}

/**
 * Two consoles may have been given one letter while apart: the later one takes the next free letter for what comes. The county's
 * hub may have given this console another letter at enrolment: then that one. After records were lost a new letter keeps numbers
 * from being given twice. Numbers already given stay as they are. Call at start and after consoles or the link changed.
 */
export function settleLetter({ store }: Pick<DeskContext, 'store'>): void {
  const own = readState(store.db, 'console', consoleEntity(store))?.state
  if (!own?.registered) return
  const all = readStates(store.db, 'console')
  const letter = lostLetter(own, all) ? nextLetter(all) : consoleLetter(store.db)
  if (letter === textOf(own.fields, 'letter')) return
  store.append([registration({ store }, { letter, name: textOf(own.fields, 'name') })], { author: null })
}

export function readConsoles({ store }: Pick<DeskContext, 'store'>): readonly ConsoleFacts[] {
  return readStates(store.db, 'console')
}
