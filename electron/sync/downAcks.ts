import { createAckPacer } from '../../shared/protocol/ackPacer.ts'
import type { FrameOf, OutgoingFrame } from '../../shared/protocol/frames.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { isNarrow } from '../../shared/protocol/linkWidth.ts'
import type { Clock } from '../../shared/protocol/ports.ts'

/** Confirms what came of the feed by one connection, once it is durable; over a narrow link several frames at once. */
export interface DownAcks {
  taken(frame: FrameOf<'down'>): void
  /** Everything of a lane up to a number is durable. */
  confirm(lane: Lane, feedSeq: number): void
  stop(): void
}

export function createDownAcks(clock: Clock, bitRate: number, send: (frame: OutgoingFrame) => void): DownAcks {
  /** Last feed number that came by this connection and is not confirmed on it, by lane. */
  const owed: [number, number, number] = [0, 0, 0]
  const pacer = isNarrow(bitRate) ? createAckPacer(clock) : null

  return {
    taken({ lane, from, events, more }) {
      owed[lane] = Math.max(owed[lane], from + events.length - 1)
      pacer?.taken(String(lane), more === true)
    },
    confirm(lane, feedSeq) {
      if (owed[lane] === 0) return
      if (feedSeq >= owed[lane]) owed[lane] = 0
      const confirmed = (): void => send({ t: 'downAck', lane, seq: feedSeq })
      if (pacer) pacer.confirm(String(lane), confirmed)
      else confirmed()
    },
    stop: () => pacer?.stop(),
  }
}
