import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { villageChannels } from '../../../shared/ipc/villages.ts'
import {
  addVillages,
  assignVillage,
  editVillage,
  mergeVillages,
  restoreVillage,
  retireVillage,
  unmergeVillage,
} from '../../commands/villages.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readActiveVillages, readVillages } from '../../store/repositories/villages.ts'

export function villageHandlers(desk: DeskContext): HandlersOf<typeof villageChannels> {
  return {
    'villages.list': () => readVillages(desk.store.db),
    'villages.options': () =>
      readActiveVillages(desk.store.db).map(({ id, name, code }) => (code ? { id, name, code } : { id, name })),
    'villages.add': (args) => addVillages(desk, args),
    'villages.edit': (args) => editVillage(desk, args),
    'villages.assign': (args) => assignVillage(desk, args),
    'villages.merge': (args) => mergeVillages(desk, args),
    'villages.unmerge': (args) => unmergeVillage(desk, args),
    'villages.retire': (args) => retireVillage(desk, args),
    'villages.restore': (args) => restoreVillage(desk, args),
  }
}
