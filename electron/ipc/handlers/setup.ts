import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { setupChannels } from '../../../shared/ipc/setup.ts'
import { setUpTownship } from '../../commands/setUp.ts'
import type { DeskContext } from '../../deskContext.ts'

export function setupHandlers(desk: DeskContext): HandlersOf<typeof setupChannels> {
  return {
    'setup.create': (args) => setUpTownship(desk, args),
  }
}
