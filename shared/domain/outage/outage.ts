import type { Aggregate, DomainEvent } from '../event.ts'
import { type Registers, valuesOf, type Writer, writeFields, writerOf } from '../registers.ts'
import type { IncidentRef, Means, VillageRef } from '../values.ts'
import { restore, type Voiding, voidBy } from '../voiding.ts'
import type { OutageFields, Utility } from './events.ts'

export interface Repair {
  readonly at: number
  readonly by: string
  readonly means: Means
  readonly note: string
  readonly writer: Writer
}

/** One lifeline of one village that was cut. */
export interface Outage {
  readonly id: string
  /** Null while the event that reported it has not arrived. */
  readonly reported: Writer | null
  readonly utility: Utility
  readonly village: VillageRef | null
  readonly incident: IncidentRef | null
  /** village, place, since, source, note. */
  readonly fields: Registers
  /** Null while it is cut. */
  readonly repair: Repair | null
  readonly voided: Voiding | null
}

type OutageEvent = Extract<DomainEvent, { kind: `outage.${string}` }>

export const outageAggregate: Aggregate<Outage> = {
  name: 'outage',
  initial: (id) => ({
    id,
    reported: null,
    utility: 'road',
    village: null,
    incident: null,
    fields: {},
    repair: null,
    voided: null,
  }),
  reduce(state, event, seen) {
    if (!isOutageEvent(event)) return state
    const { utility, village, incident } = event.body
    const named = { ...state, utility, village, incident: incident ?? state.incident }
    switch (event.kind) {
      case 'outage.reported': {
        const { place, since, source, note } = event.body
        const set = { village, place, since, source, note }
        return { ...named, reported: writerOf(event), fields: writeFields(state.fields, plain(set), event, seen) }
      }
      case 'outage.corrected':
        return { ...named, fields: writeFields(state.fields, plain(event.body.set), event, seen) }
      case 'outage.repaired': {
        const { at, by, means, note } = event.body
        return { ...named, repair: { at, by, means, note, writer: writerOf(event) } }
      }
      case 'outage.reopened':
        // A repair its author had not heard of stands.
        return { ...named, repair: state.repair && !seen(state.repair.writer.version) ? state.repair : null }
      case 'outage.voided':
        return { ...named, voided: voidBy(event, event.body) }
      case 'outage.unvoided':
        return { ...named, voided: restore(state.voided, seen) }
    }
  },
}

function isOutageEvent(event: DomainEvent): event is OutageEvent {
  return event.kind.startsWith('outage.')
}

/** Bodies were parsed from JSON: no member of theirs is undefined. */
function plain(set: object): Parameters<typeof writeFields>[1] {
  return set as Parameters<typeof writeFields>[1]
}

/** The outage in plain values. */
export function outageValues({ fields, utility, village }: Outage): OutageFields {
  const nothing = { utility, village: village ?? { id: '', name: '' }, place: '', since: 0, source: '', note: '' }
  return { ...nothing, ...(valuesOf(fields) as Partial<OutageFields>) }
}
