import { textOf } from '../registers.ts'
import type { ConsoleFacts } from './console.ts'

/** Without I and O: over the phone they are 1 and 0. */
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
const ALL = [...LETTERS, ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second))]

/** The first letter no console ever had or was promised. */
export function nextLetter(consoles: readonly ConsoleFacts[]): string {
  const taken = new Set(
    consoles.flatMap(({ letters, invited }) => [...letters, ...invited.map(({ letter }) => letter)]),
  )
  return ALL.find((letter) => !taken.has(letter)) ?? 'ZZZ'
}

/**
 * Whether this console needs another letter for what comes: because another one was registered with it before, or because records
 * were lost and numbers given with it may come back.
 */
export function lostLetter(own: ConsoleFacts, consoles: readonly ConsoleFacts[]): boolean {
  const { registered, lost } = own
  if (!registered) return false
  if (lost !== null && lost > registered.hlc) return true
  return consoles.some(
    (other) =>
      other.id !== own.id &&
      other.registered !== null &&
      textOf(other.fields, 'letter') === textOf(own.fields, 'letter') &&
      `${other.registered.hlc}${other.registered.origin}` < `${registered.hlc}${registered.origin}`,
  )
}
