import type { Aggregate, DomainEvent } from '../event.ts'
import type { HouseholdRef } from '../household/events.ts'
import { type Registers, type Writer, writeFields, writerOf } from '../registers.ts'
import type { IncidentRef, Means, VillageRef } from '../values.ts'
import type { HouseholdState, VillageCounts } from './events.ts'

/** One 下达转移 for the village. */
export interface EvacuationOrder {
  readonly at: number
  readonly zone: string
  readonly shelter: string
  readonly authority: string
  readonly households: number
  readonly by: Writer
}

/** The evacuation of one village in one incident. */
export interface Evacuation {
  readonly id: string
  readonly incident: IncidentRef | null
  readonly village: VillageRef | null
  readonly orders: readonly EvacuationOrder[]
  /** Everybody listed or spoken of, as they were named first. */
  readonly households: { readonly [id: string]: HouseholdRef }
  /** By household: {state, people, at, by, means, note}. */
  readonly marks: Registers
  /** counts: {counts, at, by, means, note}: what the village counted itself. */
  readonly fields: Registers
}

/** What was said of one household last. */
export interface HouseholdMark {
  readonly state: HouseholdState | 'struckOff'
  /** Null: the whole household. */
  readonly people: number | null
  readonly at: number
  readonly by: string
  readonly means: Means | null
  readonly note: string
}

type EvacuationEvent = Extract<DomainEvent, { kind: `evacuation.${string}` }>

export const evacuationAggregate: Aggregate<Evacuation> = {
  name: 'evacuation',
  initial: (id) => ({ id, incident: null, village: null, orders: [], households: {}, marks: {}, fields: {} }),
  reduce(state, event, seen) {
    if (!isEvacuationEvent(event)) return state
    const village = event.body.village
    switch (event.kind) {
      case 'evacuation.ordered': {
        const { incident, households, at, zone, shelter, authority } = event.body
        const order = { at, zone, shelter, authority, households: households.length, by: writerOf(event) }
        return {
          ...state,
          incident,
          village,
          orders: [...state.orders, order],
          households: withAll(state.households, households),
        }
      }
      case 'evacuation.marked': {
        const { household, state: now, people = null, at, by, means, note } = event.body
        const mark = { state: now, people, at, by, means, note }
        return {
          ...named(state, event.body),
          households: withAll(state.households, [household]),
          marks: writeFields(state.marks, { [household.id]: mark }, event, seen),
        }
      }
      case 'evacuation.struckOff': {
        const { household, reason } = event.body
        const mark = {
          state: 'struckOff',
          people: null,
          at: 0,
          by: event.author?.name ?? '',
          means: null,
          note: reason,
        }
        return {
          ...named(state, event.body),
          households: withAll(state.households, [household]),
          marks: writeFields(state.marks, { [household.id]: mark }, event, seen),
        }
      }
      case 'evacuation.counted': {
        const { incident, counts, at, by, means, note } = event.body
        const set = { counts: { counts, at, by, means, note } }
        return { ...state, incident, village, fields: writeFields(state.fields, set, event, seen) }
      }
    }
  },
}

function isEvacuationEvent(event: DomainEvent): event is EvacuationEvent {
  return event.kind.startsWith('evacuation.')
}

function named(
  state: Evacuation,
  { label, village }: { readonly label: { incident: string; no: string; title: string }; readonly village: VillageRef },
): Evacuation {
  const incident = state.incident ?? { id: label.incident, no: label.no, title: label.title }
  return { ...state, incident, village }
}

/** A later list says how a household is called now. */
function withAll(known: Evacuation['households'], more: readonly HouseholdRef[]): Evacuation['households'] {
  return { ...known, ...Object.fromEntries(more.map((household) => [household.id, household])) }
}

// Only this aggregate's own reducer writes these registers, in these shapes.

/** Null: listed, and nothing was said of it yet. */
export function markOfHousehold({ marks }: Pick<Evacuation, 'marks'>, id: string): HouseholdMark | null {
  return (marks[id]?.value ?? null) as unknown as HouseholdMark | null
}

export interface CountedByVillage {
  readonly counts: VillageCounts
  readonly at: number
  readonly by: string
  readonly means: Means
  readonly note: string
}

export function countedOf({ fields }: Pick<Evacuation, 'fields'>): CountedByVillage | null {
  return (fields.counts?.value ?? null) as unknown as CountedByVillage | null
}
