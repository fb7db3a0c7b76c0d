import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { logChannels } from '../../../shared/ipc/log.ts'
import { enterLog } from '../../commands/log.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readLogPage } from '../../store/repositories/logLines.ts'

export function logHandlers(desk: DeskContext): HandlersOf<typeof logChannels> {
  return {
    'log.page': ({ filter, before, limit }) => readLogPage(desk.store.db, filter, before, limit),
    'log.enter': (body) => enterLog(desk, body),
  }
}
