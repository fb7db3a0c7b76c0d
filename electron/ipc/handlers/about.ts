import type { aboutChannels } from '../../../shared/ipc/about.ts'
import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { DeskContext } from '../../deskContext.ts'

export function aboutHandlers({ store, version }: DeskContext): HandlersOf<typeof aboutChannels> {
  return {
    'about.console': () => ({ version, device: store.origin, dataFolder: store.folder }),
  }
}
