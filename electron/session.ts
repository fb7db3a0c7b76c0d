import type { Role } from '../shared/domain/values.ts'
import type { Author } from '../shared/protocol/envelope.ts'
import { CommandError } from './commands/commandError.ts'

export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** Who uses this console now. One a desk: the console has one seat. */
export interface Session {
  current(): SignedIn | null
  signIn(person: SignedIn): void
  signOut(): void
  /** The person for an event. @throws {CommandError} session.signInFirst */
  author(): Author
}

export function createSession(onChange: () => void): Session {
  let current: SignedIn | null = null
  return {
    current: () => current,
    signIn(person) {
      current = person
      onChange()
    },
    signOut() {
      current = null
      onChange()
    },
    author() {
      if (!current) throw new CommandError('session.signInFirst')
      return { person: current.id, name: current.name, role: current.roles[0] ?? 'staff' }
    },
  }
}
