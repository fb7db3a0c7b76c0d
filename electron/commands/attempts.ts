import type { DeskContext } from '../deskContext.ts'
import { clearFailures, readFailures, writeFailures } from '../store/repositories/credentials.ts'
import { CommandError } from './commandError.ts'

/** From this many failures in a row on, each makes the next attempt wait. */
export const FREE_FAILURES = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000

/** How long after that many failures nobody may try again, ms: 30 s, 1 min, 2 min, … 15 min. */
export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_MS)
}

/** Time left before the next attempt, ms. A clock set back makes nobody wait longer than the wait itself. */
export function waitLeft({ failures, lastMs }: { failures: number; lastMs: number }, nowMs: number): number {
  const wait = waitAfter(failures)
  return Math.max(0, Math.min(wait, lastMs + wait - nowMs))
}

/**
 * Lets a secret be tried. The failure is counted before the test and taken back after a success: several attempts at once, or a
 * program ended in the middle of one, gain nothing. Only signing in waits; an intake never does.
 * @returns whether it was right. @throws {CommandError} session.wait {seconds}
 */
export async function attempt(
  { store, now }: Pick<DeskContext, 'store' | 'now'>,
  subject: string,
  test: () => Promise<boolean>,
): Promise<{ readonly right: true } | { readonly right: false; readonly failures: number }> {
  const before = readFailures(store.db, subject)
  const left = waitLeft(before, now())
  if (left > 0) {
    // Had the clock been set back, time would count from now on.
    if (before.lastMs > now()) store.writeLocal((db) => writeFailures(db, subject, { ...before, lastMs: now() }))
    throw new CommandError('session.wait', { seconds: Math.ceil(left / 1000) })
  }
  const failures = before.failures + 1
  store.writeLocal((db) => writeFailures(db, subject, { failures, lastMs: now() }))
  if (!(await test())) return { right: false, failures }
  store.writeLocal((db) => clearFailures(db, subject))
  return { right: true }
}
