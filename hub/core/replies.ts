import type { OutgoingFrame } from '../../shared/protocol/frames.ts'

/** Adds replies to those of the same tick: acknowledgements are cumulative, so only the last one of a chain is sent. */
export function addReplies(queued: readonly OutgoingFrame[], added: readonly OutgoingFrame[]): OutgoingFrame[] {
  const acked = new Set(added.filter((frame) => frame.t === 'ack').map(chainOf))
  return [...queued.filter((frame) => frame.t !== 'ack' || !acked.has(chainOf(frame))), ...added]
}

function chainOf(frame: { readonly epoch: string; readonly lane: number }): string {
  return `${frame.lane} ${frame.epoch}`
}
