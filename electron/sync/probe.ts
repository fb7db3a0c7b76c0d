import type { OutgoingFrame } from '../../shared/protocol/frames.ts'
import type { Clock } from '../../shared/protocol/ports.ts'

/** Asks the hub for a sign of life on one connection, and times it. */
export interface Probe {
  ask(): void
  /** @returns the round trip in ms, or null when that was not asked: an answer repeated, or to an older question. */
  answered(id: number): number | null
  underWay(): boolean
}

export function createProbe(clock: Pick<Clock, 'monotonic'>, send: (frame: OutgoingFrame) => void): Probe {
  let last = 0
  let sentAt: number | null = null

  return {
    ask() {
      last += 1
      sentAt = clock.monotonic()
      send({ t: 'probe', id: last })
    },
    answered(id) {
      if (id !== last || sentAt === null) return null
      const ms = clock.monotonic() - sentAt
      sentAt = null
      return ms
    },
    underWay: () => sentAt !== null,
  }
}
