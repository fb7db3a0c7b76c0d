import { textOf } from '../registers.ts'
import type { ConsoleFacts } from './console.ts'

/** Without I and O: over the phone they are 1 and 0. */
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
const ALL = [...LETTERS, ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second))]

/** The first letter no console has or was promised. */
export function nextLetter(consoles: readonly ConsoleFacts[]): string {
  const taken = new Set(
    consoles.flatMap((one) => [textOf(one.fields, 'letter'), ...one.invited.map(({ letter }) => letter)]),
  )
  return ALL.find((letter) => !taken.has(letter)) ?? 'ZZZ'
}

/** Whether another console was registered with this one's letter before it: then this one takes another letter for what comes. */
export function lostLetter(own: ConsoleFacts, consoles: readonly ConsoleFacts[]): boolean {
  const { registered } = own
  if (!registered) return false
  return consoles.some(
    (other) =>
      other.id !== own.id &&
      other.registered !== null &&
      textOf(other.fields, 'letter') === textOf(own.fields, 'letter') &&
      `${other.registered.hlc}${other.registered.origin}` < `${registered.hlc}${registered.origin}`,
  )
}
