import type { SignInOption } from '../../../shared/ipc/session.ts'
import type { PickOption } from '../../components/pickOptions.ts'

/** How somebody proves who they are: the usual way, or to set a password first. */
export type Proof = 'password' | 'code' | 'recovery'

export interface SignInForm {
  readonly person: string | null
  readonly proof: Proof
  /** Password, one-time code or recovery code, by `proof`. */
  readonly secret: string
  readonly password: string
  readonly again: string
}

export const SHORTEST_PASSWORD = 8

export function emptySignIn(person: string | null, proof: Proof = 'password'): SignInForm {
  return { person, proof, secret: '', password: '', again: '' }
}

/** Who is chosen: whoever was picked or sat here last, else the only person there is. */
export function chosenPerson(options: readonly SignInOption[], person: string | null): string | null {
  const [only, ...others] = options
  if (options.some(({ id }) => id === person)) return person
  return only && others.length === 0 ? only.id : null
}

/** What a person is asked for first: those who have only a code set a password with it. */
export function usualProof(option: SignInOption | undefined): Proof {
  return option?.access === 'code' ? 'code' : 'password'
}

/** Keys below `session:problem`, by field. */
export type SignInProblems = Partial<Record<keyof SignInForm, string>>

export function problemsOf(form: SignInForm): SignInProblems {
  const problems: SignInProblems = {}
  if (form.person === null) problems.person = 'person'
  if (form.secret === '') problems.secret = form.proof === 'password' ? 'password' : 'code'
  if (form.proof === 'password') return problems
  if ([...form.password].length < SHORTEST_PASSWORD) problems.password = 'short'
  if (form.password !== form.again) problems.again = 'differs'
  return problems
}

/** Names with what tells two of them apart. */
export function pickOptionsOf(
  options: readonly SignInOption[],
  roleName: (role: string) => string,
): readonly PickOption[] {
  return options.map(({ id, name, post, roles }) => ({ id, label: name, note: post || roles.map(roleName).join('、') }))
}

const KEY = 'zhenshou.lastPerson'

/** Whoever sat here last, chosen in advance. */
export function readLastPerson(storage: Pick<Storage, 'getItem'>): string | null {
  return storage.getItem(KEY)
}

export function keepLastPerson(storage: Pick<Storage, 'setItem'>, id: string): void {
  try {
    storage.setItem(KEY, id)
  } catch {
    return
  }
}
