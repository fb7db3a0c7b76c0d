import { MAX_FRAME_EVENTS } from '../../shared/protocol/frames.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { Cancel } from '../../shared/protocol/ports.ts'
import type { LaneCounts } from './admit.ts'
import type { HubLink, HubPorts, ReadLimit } from './ports.ts'

/** Frames under way that nobody has acknowledged yet; lanes 1 and 0 may go one and two beyond, so that they never queue behind routine. */
const WINDOW = 4
const FRAME_LIMIT: ReadLimit = { events: MAX_FRAME_EVENTS, bytes: 256 * 1024 }
/** Without any acknowledgement for so long the console is taken for gone. */
const STALLED_MS = 60_000

export interface DownFlow {
  /** Sends what is due, lane 0 first, as far as the window allows. */
  pump(): void
  acknowledged(lane: Lane, feedSeq: number): void
  /** Everything in the feed was sent and confirmed. */
  drained(): boolean
  stop(): void
}

/** Brings one console its feed, lane by lane, from where it left off. */
export function createDownFlow(
  { store, codec, clock }: Pick<HubPorts, 'store' | 'codec' | 'clock'>,
  {
    link,
    device,
    from,
    onStalled,
  }: { readonly link: HubLink; readonly device: string; readonly from: LaneCounts; readonly onStalled: () => void },
): DownFlow {
  const sent: LaneCounts = [...from]
  let underWay: { readonly lane: Lane; readonly last: number }[] = []
  let cancelTimer: Cancel | null = null
  let stopped = false

  const rearm = (): void => {
    cancelTimer?.()
    cancelTimer = underWay.length > 0 && !stopped ? clock.after(STALLED_MS, onStalled) : null
  }
  const dueLane = (): Lane | undefined => LANES.find((lane) => store.feedHead(device, lane) > sent[lane])

  return {
    pump() {
      for (
        let lane = dueLane();
        lane !== undefined && !stopped && underWay.length < WINDOW + 2 - lane;
        lane = dueLane()
      ) {
        const items = store.readFeed(device, lane, sent[lane] + 1, FRAME_LIMIT)
        const last = items.at(-1)
        if (!last) break
        link.send(codec.encode({ t: 'down', lane, from: sent[lane] + 1, events: items.map(({ bytes }) => bytes) }))
        sent[lane] = last.feedSeq
        underWay.push({ lane, last: last.feedSeq })
        if (underWay.length === 1) rearm()
      }
    },
    acknowledged(lane, feedSeq) {
      underWay = underWay.filter((frame) => frame.lane !== lane || frame.last > feedSeq)
      rearm()
    },
    drained: () => underWay.length === 0 && dueLane() === undefined,
    stop() {
      stopped = true
      rearm()
    },
  }
}
