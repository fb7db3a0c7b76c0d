import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { outageChannels } from '../../../shared/ipc/outages.ts'
import { reopenOutage, repairOutage, reportOutages, voidOutage } from '../../commands/outage.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readOutages } from '../../store/repositories/outages.ts'

export function outageHandlers(desk: DeskContext): HandlersOf<typeof outageChannels> {
  return {
    'outage.list': ({ incident }) => readOutages(desk.store.db, incident),
    'outage.report': (args) => reportOutages(desk, args),
    'outage.repair': (args) => repairOutage(desk, args),
    'outage.reopen': (args) => reopenOutage(desk, args),
    'outage.void': (args) => voidOutage(desk, args),
  }
}
