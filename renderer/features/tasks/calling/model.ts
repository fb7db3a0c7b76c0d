import { type Callee, calleeKey, type RingOutcome, type TaskRing } from '../../../../shared/domain/task/rings.ts'
import type { TaskDispatch } from '../../../../shared/ipc/dispatch.ts'

/** One key an outcome, in the order they happen. */
export const OUTCOME_KEYS: Readonly<Record<RingOutcome, string>> = {
  through: '1',
  noAnswer: '2',
  busy: '3',
  off: '4',
  repeated: '5',
}
/** Accepts what is proposed. */
export const ACCEPT_KEY = 'a'

/** Somebody in the list, with the calls made to them in this round. */
export interface CallLine {
  readonly key: string
  readonly callee: Callee
  readonly rings: readonly TaskRing[]
}

/** In the order of the roster; somebody rung before who is no longer in it stays, at the end. */
export function callLines({
  calls,
  calling,
  rings,
}: Pick<TaskDispatch, 'calls' | 'calling' | 'rings'>): readonly CallLine[] {
  const known = new Map(calls.map((callee) => [calleeKey(callee), callee]))
  for (const callee of [...(calling ? [calling] : []), ...rings.map((ring) => ring.callee)])
    if (!known.has(calleeKey(callee))) known.set(calleeKey(callee), callee)
  return [...known].map(([key, callee]) => ({
    key,
    callee,
    rings: rings.filter((ring) => calleeKey(ring.callee) === key),
  }))
}
