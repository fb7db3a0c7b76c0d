import type { Call } from '../../../shared/domain/call/call.ts'
import type { Folded } from '../../../shared/domain/fold.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readState } from '../../store/projections/entityState.ts'
import { CommandError } from '../commandError.ts'

/** The call as it stands. @throws {CommandError} call.unknown */
export function findCall({ store }: Pick<DeskContext, 'store'>, id: string): Folded<Call> {
  const found = readState(store.db, 'call', id)
  if (!found) throw new CommandError('call.unknown')
  return found
}
