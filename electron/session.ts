import type { Role } from '../shared/domain/values.ts'
import type { Author } from '../shared/protocol/envelope.ts'
import { CommandError } from './commands/commandError.ts'

export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

/**
 * Who uses this console now. One a desk: the console has one seat. After a start nobody is signed in.
 *
 *   signedOut ──signIn──► signedIn ──lock──► locked
 *       ▲                  │  ▲  └─signIn(another)      │
 *       └────signOut───────┘  └────────signIn───────────┘
 */
export type SessionNow =
  | { readonly state: 'signedOut' }
  | { readonly state: 'signedIn'; readonly person: SignedIn }
  | { readonly state: 'locked'; readonly person: SignedIn }

export interface Session {
  now(): SessionNow
  /** Who may act; null when nobody is signed in or the screen is locked. */
  current(): SignedIn | null
  signIn(person: SignedIn): void
  signOut(): void
  /** Covers the screen; the person stays and comes back with the password. */
  lock(): void
  /** The person for an event. @throws {CommandError} session.signInFirst */
  author(): Author
  /** The same, or a claimed name (未登录) when nobody is signed in: an intake is never refused for that. */
  authorOrClaimed(name: string): Author
}

/** Role written beside a claimed name. */
export const CLAIMED = 'claimed'

export function createSession(onChange: () => void): Session {
  let now: SessionNow = { state: 'signedOut' }
  const change = (next: SessionNow) => {
    now = next
    onChange()
  }
  const current = () => (now.state === 'signedIn' ? now.person : null)
  const authorOf = ({ id, name, roles }: SignedIn): Author => ({ person: id, name, role: roles[0] ?? 'staff' })
  return {
    now: () => now,
    current,
    signIn: (person) => change({ state: 'signedIn', person }),
    signOut: () => change({ state: 'signedOut' }),
    lock() {
      if (now.state === 'signedIn') change({ state: 'locked', person: now.person })
    },
    author() {
      const person = current()
      if (!person) throw new CommandError('session.signInFirst')
      return authorOf(person)
    },
    authorOrClaimed(name) {
      const person = current()
      return person ? authorOf(person) : { person: null, name: name.trim(), role: CLAIMED }
    },
  }
}
