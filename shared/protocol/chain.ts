import type { Envelope } from './envelope.ts'

/** Where a chain (origin, epoch, lane) stands: its last event. `seq` 0 and an empty hash mean that it has none. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

export const EMPTY_HEAD: ChainHead = { seq: 0, hash: '' }

/**
 * How an event fits behind a head.
 *
 *   seq == head+1, prev == head.hash  → next
 *   seq == head+1, prev != head.hash  → fork   (same past claimed, another past meant)
 *   seq <= head                       → known  (the caller compares hashes: same = duplicate, other = fork)
 *   seq >  head+1                     → gap    (something is missing in between)
 */
export type ChainFit = 'next' | 'fork' | 'known' | 'gap'

export function fitChain(head: ChainHead, envelope: Pick<Envelope, 'seq' | 'prev'>): ChainFit {
  if (envelope.seq <= head.seq) return 'known'
  if (envelope.seq > head.seq + 1) return 'gap'
  return envelope.prev === head.hash ? 'next' : 'fork'
}
