import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { storeChannels } from '../../../shared/ipc/store.ts'
import type { Keeper } from '../../store/care/keeper.ts'

export function storeHandlers(keeper: Keeper): HandlersOf<typeof storeChannels> {
  return {
    'store.health': () => keeper.health(),
    'store.noteReplaced': ({ keptIn }) => {
      keeper.noteReplaced(keptIn)
      return null
    },
    'store.backUp': async () => {
      await keeper.backUp()
      return keeper.health()
    },
    'store.verify': () => keeper.verification.state(),
    'store.startVerify': () => {
      keeper.verification.start()
      return null
    },
    'store.cancelVerify': () => {
      keeper.verification.cancel()
      return null
    },
    'store.rebuild': () => {
      keeper.rebuild()
      return null
    },
    'store.reopen': () => null,
  }
}
