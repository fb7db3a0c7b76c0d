import { LETTER_SETTING } from '../../electron/commands/numbering.ts'
import { createDesk, type Desk } from '../../electron/desk.ts'
import { writeSetting } from '../../electron/store/settings.ts'
import type { Store } from '../../electron/store/store.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { openEnvelope, type SealedEvent } from '../../shared/protocol/envelope.ts'
import { makeFolder, type TestDesk } from './deskFixture.ts'

/** Every event a store holds, in the order it got them. */
export function allEvents({ db }: Pick<Store, 'db'>): readonly SealedEvent[] {
  return db
    .prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM event ORDER BY id')
    .all()
    .map(({ bytes }) => openEnvelope(new Uint8Array(bytes), nodePrimitives))
}

/** Brings everything one store holds into the other, as a link would. */
export function bring(from: Pick<Store, 'db'>, to: Pick<Store, 'applyRemote'>): void {
  to.applyRemote(allEvents(from))
}

/** Another console of the same township, knowing all the first one knows, with the same officer signed in under another name. */
export function openOtherConsole({ desk, clock, officer }: TestDesk, letter = 'B', name = '李强'): Desk {
  const other = createDesk({ dataFolder: makeFolder(), now: clock.now, version: 'test' })
  bring(desk.store, other.store)
  other.store.setScope(desk.store.scope)
  other.store.writeLocal((db) => writeSetting(db, LETTER_SETTING, letter))
  other.context.session.signIn({ ...officer, name })
  return other
}
