import { type CountyLink, createCountyLink } from '../../electron/countyLink.ts'
import { saveLinks } from '../../electron/links/linkConfig.ts'
import { openStore, type Store } from '../../electron/store/store.ts'
import { createSyncStore } from '../../electron/store/syncStore.ts'
import { countPending } from '../../electron/sync/syncState.ts'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import { systemClock } from '../../shared/node/systemPorts.ts'
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
  enrol(code: string): Promise<void>
  close(): void
}

export function openLinkedConsole({ folder, division, links }: LinkedConsoleOptions): LinkedConsole {
  const store = openStore({ folder, now: Date.now })
  if (store.scope === '') store.setScope(division)
  saveLinks(store, links)
  const link = createCountyLink({ store, clock: systemClock, log: silentLog, onChange: () => undefined })
  return {
    store,
    link,
    waiting: () => countPending(createSyncStore(store)).pending.reduce((sum, count) => sum + count, 0),
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
