import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { SessionState, sessionChannels } from '../../../shared/ipc/session.ts'
import { readJoined } from '../../commands/join/claim.ts'
import { setPassword } from '../../commands/passwords.ts'
import { newRecoverySheet } from '../../commands/recovery.ts'
import { hasTownship } from '../../commands/setUp.ts'
import { signIn, signOut } from '../../commands/signIn.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readActivePeople } from '../../store/repositories/people.ts'

export function sessionHandlers(desk: DeskContext): HandlersOf<typeof sessionChannels> {
  return {
    'session.current': () => sessionState(desk),
    'session.options': () =>
      readActivePeople(desk.store.db)
        .filter(({ roles }) => roles.length > 0)
        .map(({ id, name, roles, post, access }) => ({ id, name, roles, post, access })),
    'session.signIn': (args) => signIn(desk, args),
    'session.signOut': () => signOut(desk),
    'session.lock': () => {
      desk.session.lock()
      return null
    },
    'session.setPassword': (args) => setPassword(desk, args),
    'session.newRecoverySheet': () => newRecoverySheet(desk),
  }
}

function sessionState({ store, session }: DeskContext): SessionState {
  const now = session.now()
  if (now.state !== 'signedOut') return now
  if (readJoined({ store })) return { state: 'claim' }
  return { state: hasTownship({ store }) ? 'signedOut' : 'empty' }
}
