import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { storeChannels } from '../../../shared/ipc/store.ts'
import { restoreBackup } from '../../commands/restore.ts'
import type { DeskContext } from '../../deskContext.ts'
import type { Keeper } from '../../store/care/keeper.ts'

export function storeHandlers(desk: DeskContext, keeper: Keeper): HandlersOf<typeof storeChannels> {
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
    'store.backups': () => keeper.backups(),
    'store.restore': (args) => restoreBackup(desk, keeper, args),
    'store.cancelRestore': () => {
      keeper.cancelRestore()
      return null
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
