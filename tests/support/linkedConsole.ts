import { type CountyLink, createCountyLink } from '../../electron/countyLink.ts'
import { saveLinks } from '../../electron/links/linkConfig.ts'
import { openStore, type Store } from '../../electron/store/store.ts'
import { createSyncStore } from '../../electron/store/syncStore.ts'
import { countPending, totalPending } from '../../electron/sync/syncState.ts'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import { systemClock } from '../../shared/node/systemPorts.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { silentLog } from './silentLog.ts'

export interface LinkedConsoleOptions {
  readonly folder: string
  readonly division: string
  readonly links: readonly LinkSettings[]
}

/** The store and the county link of a console, without the rest of the desk: real files, real sockets. */
export interface LinkedConsole {
  readonly store: Store
  readonly link: CountyLink
  /** Records that wait to leave. */
  waiting(): number
  waitingIn(lane: Lane): number
  /** Every checkpoint it signed is countersigned. */
  isWitnessed(): boolean
  enrol(code: string): Promise<void>
  close(): void
}

export function openLinkedConsole({ folder, division, links }: LinkedConsoleOptions): LinkedConsole {
  const store = openStore({ folder, now: Date.now })
  if (store.scope === '') store.setScope(division)
  saveLinks(store, links)
  const link = createCountyLink({ store, clock: systemClock, log: silentLog, onChange: () => undefined })
  const pending = () => countPending(createSyncStore(store)).pending
  return {
    store,
    link,
    waiting: () => totalPending(pending()),
    waitingIn: (lane) => pending()[lane],
    isWitnessed: () =>
      store.db.prepare('SELECT 1 FROM checkpoint WHERE hub_signature IS NULL LIMIT 1').get() === undefined,
    async enrol(code) {
      const answer = await link.enroll({ code, division, name: '清溪镇', consoleName: '值班室', letter: null })
      if (answer.outcome !== 'enrolled') throw new Error(`not enrolled: ${answer.outcome} ${answer.reason}`)
    },
    close() {
      link.stop()
      store.close()
    },
  }
}
