import type { EventMeta, Seen } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'

/** A time in which a person may not act: from `by.hlc` on, to `ended.hlc` when it was lifted. */
export interface Revocation {
  readonly reason: string
  readonly by: Writer
  readonly ended: Writer | null
}

export function revoke(revocations: readonly Revocation[], event: EventMeta, reason: string): readonly Revocation[] {
  return [...revocations, { reason, by: writerOf(event), ended: null }]
}

/** Lifts those its author knew of; one made meanwhile elsewhere stands. */
export function endRevocations(
  revocations: readonly Revocation[],
  event: EventMeta,
  seen: Seen,
): readonly Revocation[] {
  return revocations.map((one) =>
    one.ended === null && seen(one.by.version) ? { ...one, ended: writerOf(event) } : one,
  )
}

/** The revocation in force, or null. */
export function revocationOf({ revocations }: { readonly revocations: readonly Revocation[] }): Revocation | null {
  return revocations.find((one) => one.ended === null) ?? null
}

/**
 * Whether an act of the person at `hlc` came after a revocation (撤销后). Where the revocation was known the person could not
 * sign in, so such an act was written where it had not arrived. Follows from the set of events alone.
 */
export function actedAfterRevocation(revocations: readonly Revocation[], hlc: string): boolean {
  return revocations.some((one) => one.by.hlc < hlc && (one.ended === null || hlc < one.ended.hlc))
}
