import type { Lane } from '../../shared/protocol/lanes.ts'
import { signCountyHeads } from './countyReturn.ts'
import type { HubPorts } from './ports.ts'
import type { Session, Sessions } from './sessions.ts'

/** Brings the feeds of the connected consoles to them. */
export interface FeedDelivery {
  /**
   * Numbers what these townships' logs grew by for the consoles that receive now; the others' feeds are filled when they come. Call
   * inside the transaction that it grew in. @returns the devices.
   */
  fill(divisions: Iterable<string>): readonly string[]
  /** After the commit: what may leave to these devices leaves. */
  pump(devices: Iterable<string>): void
  /** An urgent frame did not get through on one link: every other link of that console brings it too. */
  urgeElsewhere(stuck: Session, lane: Lane, upTo: number): void
}

export function createFeedDelivery(ports: HubPorts, hubId: string, sessions: Sessions): FeedDelivery {
  /** Once a console holds all there is for it: signed heads of what the county said to its township. */
  function giveWitness(session: Session): void {
    const heads = signCountyHeads(ports, hubId, session.division)
    if (!heads || heads.n === session.witnessed) return
    session.witnessed = heads.n
    session.link.send(session.codec.encode(heads))
  }

  function pump(devices: Iterable<string>): void {
    for (const session of [...new Set(devices)].flatMap(sessions.of)) {
      session.flow.pump()
      if (!session.flow.drained()) continue
      giveWitness(session)
      ports.files?.quiet(session.wire)
    }
  }

  return {
    fill(divisions) {
      const receivers = [...divisions].flatMap(sessions.ofTownship).filter(({ flow }) => flow.isCarrying())
      const devices = new Map(receivers.map(({ device, division }) => [device, division]))
      for (const [origin, division] of devices) ports.store.fillFeed({ origin, division })
      return [...devices.keys()]
    },
    pump,
    urgeElsewhere(stuck, lane, upTo) {
      for (const session of sessions.of(stuck.device)) {
        if (session !== stuck) session.flow.urge(lane, upTo)
      }
      pump([stuck.device])
    },
  }
}
