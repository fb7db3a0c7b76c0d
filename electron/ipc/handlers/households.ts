import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { evacuationChannels } from '../../../shared/ipc/evacuations.ts'
import type { householdChannels } from '../../../shared/ipc/households.ts'
import { countVillage, markHousehold, orderEvacuation, strikeOff } from '../../commands/evacuation.ts'
import {
  addHousehold,
  editHousehold,
  importHouseholds,
  restoreHousehold,
  retireHousehold,
} from '../../commands/household.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readHouseholdFile } from '../../documents/readHouseholds.ts'
import { readEvacuations, readHouseholds } from '../../store/repositories/households.ts'
import { readActiveVillages } from '../../store/repositories/villages.ts'

export function householdHandlers(desk: DeskContext): HandlersOf<typeof householdChannels & typeof evacuationChannels> {
  const { store } = desk
  return {
    'households.list': () => readHouseholds(store.db),
    'households.add': (args) => addHousehold(desk, args),
    'households.edit': (args) => editHousehold(desk, args),
    'households.retire': (args) => retireHousehold(desk, args),
    'households.restore': (args) => restoreHousehold(desk, args),
    'households.read': (file) =>
      readHouseholdFile({ ...file, villages: readActiveVillages(store.db).map(({ id, name }) => ({ id, name })) }),
    'households.import': (args) => importHouseholds(desk, args),
    'evacuation.list': ({ incident }) => readEvacuations(store.db, incident),
    'evacuation.order': (args) => orderEvacuation(desk, args),
    'evacuation.mark': (args) => markHousehold(desk, args),
    'evacuation.count': (args) => countVillage(desk, args),
    'evacuation.strikeOff': (args) => strikeOff(desk, args),
  }
}
