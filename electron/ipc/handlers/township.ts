import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { townshipChannels } from '../../../shared/ipc/township.ts'
import { consoleEntity } from '../../commands/consoles.ts'
import { takeDuty } from '../../commands/duty.ts'
import { changeMode, correctDivision, editTownship } from '../../commands/township.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readConsoleLines, readTownship } from '../../store/repositories/township.ts'

export function townshipHandlers(desk: DeskContext): HandlersOf<typeof townshipChannels> {
  return {
    'township.now': () => readTownship(desk.store.db),
    'township.edit': (args) => editTownship(desk, args),
    'township.correctDivision': (args) => correctDivision(desk, args),
    'township.changeMode': (args) => changeMode(desk, args),
    'township.consoles': () => readConsoleLines(desk.store.db, consoleEntity(desk.store)),
    'duty.take': (args) => takeDuty(desk, args),
  }
}
