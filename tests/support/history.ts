import type { DomainEvent } from '../../shared/domain/event.ts'
import { type Body, bodies, type Kind } from '../../shared/domain/kinds.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'

/** Events of one entity as several devices would write them, without a store: for the rules of an aggregate alone. */
export interface History {
  readonly events: readonly DomainEvent[]
  /** Adds an event and gives its version. `sees`: what its author had on screen; left out: everything so far. */
  add<K extends Kind>(kind: K, body: Body<K>, how?: How): string
}

export interface How {
  readonly origin?: string
  readonly sees?: readonly string[]
  /** Wall clock of the device, ms. */
  readonly at?: number
  readonly by?: string
}

export function makeHistory(entity: string, startMs = 1_800_000_000_000): History {
  const events: DomainEvent[] = []
  const counts = new Map<string, number>()
  return {
    events,
    add(kind, body, { origin = 'd-a', sees, at, by = '王芳' } = {}) {
      const n = (counts.get(origin) ?? 0) + 1
      counts.set(origin, n)
      const version = (events.length + 1).toString(16).padStart(16, '0')
      events.push({
        version,
        origin,
        epoch: '1-00000000',
        n,
        hlc: makeHlc(at ?? startMs + events.length * 1000, 0),
        flags: 0,
        entity,
        base: sees ?? events.map((event) => event.version),
        author: { person: 'person-1', name: by, role: 'dutyOfficer' },
        approver: null,
        kind,
        body: bodies[kind].parse(body),
      } as DomainEvent)
      return version
    },
  }
}
