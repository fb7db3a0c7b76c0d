import type { AckPacer } from '../../shared/protocol/ackPacer.ts'
import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import type { ErrorCode, OutgoingFrame } from '../../shared/protocol/frames.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import type { Log } from '../../shared/protocol/ports.ts'
import type { DownFlow } from './downFlow.ts'
import type { Conversation } from './frameHandler.ts'
import type { HubFiles, HubFileWire, HubLink } from './ports.ts'

/** One connection of an admitted console. */
export interface Session extends Conversation {
  readonly division: string
  /** The console's name for the link this connection came by. */
  readonly name: string
  readonly link: HubLink
  readonly codec: FrameCodec
  /** Null where confirmations cost nothing. */
  readonly pacer: AckPacer | null
  readonly flow: DownFlow
  readonly wire: HubFileWire
  open: boolean
  /** Events of the county's chain that its signed heads, last given to this console, covered. */
  witnessed: number
}

/** Who is connected: by device, then by the name of the link, for a console may be here by several links at once. */
export interface Sessions {
  /** Takes a connection in; the one that came by the same link before gives way. */
  add(session: Session): void
  of(device: string): readonly Session[]
  /** All connections of a township's consoles. */
  ofTownship(division: string): readonly Session[]
  all(): readonly Session[]
  devices(): readonly string[]
  reply(session: Session, frames: readonly OutgoingFrame[]): void
  end(session: Session, code: ErrorCode | null): void
}

export function createSessions(log: Log, files: HubFiles | undefined): Sessions {
  const byDevice = new Map<string, Map<string, Session>>()
  const byTownship = new Map<string, Set<Session>>()
  const of = (device: string): readonly Session[] => [...(byDevice.get(device)?.values() ?? [])]

  function end(session: Session, code: ErrorCode | null): void {
    if (!session.open) return
    session.open = false
    session.flow.stop()
    files?.closed(session.wire)
    const links = byDevice.get(session.device)
    if (links?.get(session.name) === session) links.delete(session.name)
    if (links?.size === 0) byDevice.delete(session.device)
    const others = byTownship.get(session.division)
    others?.delete(session)
    if (others?.size === 0) byTownship.delete(session.division)
    session.pacer?.stop()
    if (code) session.link.send(session.codec.encode({ t: 'error', code }))
    session.link.close()
    log.info('hub.closed', { device: session.device, code })
  }

  return {
    add(session) {
      const links = byDevice.get(session.device) ?? new Map<string, Session>()
      byDevice.set(session.device, links)
      const older = links.get(session.name)
      links.set(session.name, session)
      byTownship.set(session.division, (byTownship.get(session.division) ?? new Set()).add(session))
      if (older) end(older, 'replaced')
    },
    of,
    ofTownship: (division) => [...(byTownship.get(division) ?? [])],
    all: () => [...byDevice.keys()].flatMap(of),
    devices: () => [...byDevice.keys()],
    reply(session, frames) {
      for (const frame of frames) {
        if (!session.open) return
        const send = (): void => session.link.send(session.codec.encode(frame))
        if (frame.t === 'error') end(session, frame.code)
        else if (frame.t === 'ack' && session.pacer) session.pacer.confirm(ackName(frame), send)
        else send()
      }
    },
    end,
  }
}

/** What one confirmation is about. */
export function ackName({ epoch, lane }: { readonly epoch: string; readonly lane: Lane }): string {
  return `${lane} ${epoch}`
}
