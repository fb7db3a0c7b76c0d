import { type Act, judgeAct } from '../../shared/domain/person/permissions.ts'
import { FLAG_OUTSIDE_ROLE } from '../../shared/protocol/envelope.ts'
import type { DeskContext } from '../deskContext.ts'
import { CommandError } from './commandError.ts'

/**
 * Whether the person at the desk may do this; call it first. A life-safety act is never refused.
 * @returns flags for the append, marking an act done outside the role.
 * @throws {CommandError} session.roleNeeded {role}, session.signInFirst (not for a life-safety act)
 */
export function requireRole({ session }: Pick<DeskContext, 'session'>, act: Act): number {
  const person = session.current()
  const verdict = judgeAct(act, person?.roles ?? [])
  switch (verdict.verdict) {
    case 'allowed':
      return 0
    case 'flagged':
      return FLAG_OUTSIDE_ROLE
    case 'refused':
      if (!person) throw new CommandError('session.signInFirst')
      throw new CommandError('session.roleNeeded', { role: verdict.needs })
  }
}
