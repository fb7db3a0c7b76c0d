import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { sessionChannels } from '../../../shared/ipc/session.ts'
import type { DeskContext } from '../../deskContext.ts'

export function sessionHandlers({ store, session }: DeskContext): HandlersOf<typeof sessionChannels> {
  return {
    'session.current': () => {
      const person = session.current()
      if (person) return { state: 'signedIn', person }
      return { state: store.scope === '' ? 'empty' : 'signedOut' }
    },
  }
}
