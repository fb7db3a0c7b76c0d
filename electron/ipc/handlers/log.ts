import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { logChannels } from '../../../shared/ipc/log.ts'
import { correctLog, enterLog, restoreLog, voidLog } from '../../commands/log.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readLogAuthors, readLogPage } from '../../store/repositories/logLines.ts'

export function logHandlers(desk: DeskContext): HandlersOf<typeof logChannels> {
  return {
    'log.page': (question) => {
      const { world, real } = desk.drill
      const db = world === 'real' && question.filter.drill ? real.drills.all : desk.store.db
      return readLogPage(db, desk.store.origin, question)
    },
    'log.authors': () => readLogAuthors(desk.store.db),
    'log.enter': (body) => enterLog(desk, body),
    'log.correct': (args) => correctLog(desk, args),
    'log.void': (args) => voidLog(desk, args),
    'log.restore': (args) => restoreLog(desk, args),
  }
}
