import { createAckPacer } from '../../shared/protocol/ackPacer.ts'
import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { isNarrow } from '../../shared/protocol/linkWidth.ts'
import type { Admitted } from './admit.ts'
import { createDownFlow } from './downFlow.ts'
import type { HubLink, HubPorts } from './ports.ts'
import type { Session } from './sessions.ts'

interface SessionHooks {
  /** The console no longer confirms what comes down this connection. */
  onStalled(session: Session): void
  /** An urgent frame did not get through here in time. */
  onOverdue(session: Session, lane: Lane, upTo: number): void
}

/** A connection of a console that was let in: nothing is sent on it yet. */
export function openSession(
  ports: HubPorts,
  link: HubLink,
  codec: FrameCodec,
  { device: { origin: device, division }, down, link: name, lanes, bitRate }: Admitted,
  hooks: SessionHooks,
): Session {
  const flow = createDownFlow(
    { ...ports, codec },
    {
      link,
      device,
      from: down,
      lanes,
      bitRate,
      onStalled: () => hooks.onStalled(session),
      onOverdue: (lane, upTo) => hooks.onOverdue(session, lane, upTo),
    },
  )
  const session: Session = {
    name,
    device,
    division,
    fetching: [],
    link,
    codec,
    pacer: isNarrow(bitRate) ? createAckPacer(ports.clock) : null,
    open: true,
    witnessed: 0,
    wire: {
      device,
      division,
      bitRate,
      send: (frame) => session.open && link.send(codec.encode(frame)),
      isQuiet: () => session.open && flow.drained(),
    },
    flow,
  }
  return session
}
