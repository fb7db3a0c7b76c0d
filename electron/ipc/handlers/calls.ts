import type { callChannels } from '../../../shared/ipc/calls.ts'
import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import { attachCall, confirmCall, correctCall, detachCall, restoreCall, voidCall } from '../../commands/call/call.ts'
import { recordCall } from '../../commands/call/recordCall.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readCallPage } from '../../store/repositories/calls.ts'
import { readCandidates } from '../../store/repositories/candidates.ts'

export function callHandlers(desk: DeskContext): HandlersOf<typeof callChannels> {
  const { store, now } = desk
  return {
    'intake.record': (intake) => recordCall(desk, intake),
    'incident.candidates': (args) => readCandidates(store.db, args, now()),
    'call.page': (args) => readCallPage(store.db, args),
    'call.correct': (args) => correctCall(desk, args),
    'call.attach': (args) => attachCall(desk, args),
    'call.detach': (args) => detachCall(desk, args),
    'call.confirm': (args) => confirmCall(desk, args),
    'call.void': (args) => voidCall(desk, args),
    'call.restore': (args) => restoreCall(desk, args),
  }
}
