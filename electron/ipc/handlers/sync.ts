import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { syncChannels } from '../../../shared/ipc/sync.ts'
import { consoleEntity } from '../../commands/consoles.ts'
import type { CountyLink } from '../../countyLink.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readConsoleLines, readTownship } from '../../store/repositories/township.ts'
import { readSetting } from '../../store/settings.ts'
import { createSyncStore } from '../../store/syncStore.ts'

export function syncHandlers({ store }: DeskContext, link: CountyLink): HandlersOf<typeof syncChannels> {
  return {
    'sync.state': () => link.state(),
    'sync.hub': () => {
      const pin = createSyncStore(store).hubPin()
      return {
        url: link.hubUrl(),
        enrolled: pin !== null,
        enrolling: link.enrolmentPending(),
        hubId: pin?.hubId ?? '',
        deviceId: store.origin,
      }
    },
    'sync.setHub': ({ url }) => {
      link.setHubUrl(url)
      return null
    },
    'sync.enroll': async ({ code }) => {
      const letter = readSetting(store.db, 'letter')
      const outcome = await link.enroll({
        code,
        division: store.scope,
        name: readTownship(store.db)?.name ?? '',
        consoleName: readConsoleLines(store.db, consoleEntity(store)).find(({ own }) => own)?.name ?? '',
        letter: typeof letter === 'string' ? letter : null,
      })
      return { outcome: outcome.outcome, reason: outcome.outcome === 'enrolled' ? null : outcome.reason }
    },
    'sync.cancelEnroll': () => {
      link.cancelEnrolment()
      return null
    },
    'sync.retryNow': () => {
      link.retryNow()
      return null
    },
  }
}
