import type { Json } from '../../protocol/canonical.ts'
import { bodyFields } from '../bodyFields.ts'
import type { Aggregate, DomainEvent, EventOf, Seen } from '../event.ts'
import { aboutOf, type CallLabel } from '../incident/labels.ts'
import { type Registers, type Writer, writeFields, writerOf } from '../registers.ts'
import { restore, type Voiding, voidBy } from '../voiding.ts'

/** One call (接报): what somebody told the duty room. It belongs to one incident, or to none after it was detached. */
export interface Call {
  readonly id: string
  readonly label: CallLabel
  /** Null while the record itself has not arrived. */
  readonly recorded: Writer | null
  /** reportedAt, at, source, caller, village, place, type, level, description, measures, requests, and `incident`. */
  readonly fields: Registers
  /** By figure: {amount}, or null when withdrawn. */
  readonly figures: Registers
  /** Who the person said to be, when nobody was signed in. */
  readonly claimedName: string | null
  readonly confirmed: Writer | null
  readonly voided: Voiding | null
}

type CallEvent = Extract<DomainEvent, { kind: `call.${string}` }>

export const callAggregate: Aggregate<Call> = {
  name: 'call',
  initial: (id) => ({
    id,
    label: { no: '' },
    recorded: null,
    fields: {},
    figures: {},
    claimedName: null,
    confirmed: null,
    voided: null,
  }),
  reduce(state, event, seen) {
    return isCallEvent(event) ? apply(withLabel(state, event), event, seen) : state
  },
}

function isCallEvent(event: DomainEvent): event is CallEvent {
  return event.kind.startsWith('call.')
}

function withLabel(state: Call, { body }: CallEvent): Call {
  return 'label' in body && !state.recorded ? { ...state, label: body.label } : state
}

function apply(state: Call, event: CallEvent, seen: Seen): Call {
  switch (event.kind) {
    case 'call.recorded':
      return record(state, event, seen)
    case 'call.corrected': {
      const { set, figures, withdrawn = [] } = event.body
      const gone = Object.fromEntries(withdrawn.map((field) => [field, null]))
      return {
        ...state,
        fields: writeFields(state.fields, bodyFields(set), event, seen),
        figures: writeFields(state.figures, { ...gone, ...wrap(figures ?? {}) }, event, seen),
      }
    }
    case 'call.attached':
      return { ...state, fields: writeFields(state.fields, { incident: event.body.incident }, event, seen) }
    case 'call.detached':
      return { ...state, fields: writeFields(state.fields, { incident: null }, event, seen) }
    case 'call.confirmed':
      return { ...state, confirmed: state.confirmed ?? writerOf(event) }
    case 'call.voided':
      return { ...state, voided: voidBy(event, event.body) }
    case 'call.restored':
      return { ...state, voided: restore(state.voided, seen) }
  }
}

function record(state: Call, event: EventOf<'call.recorded'>, seen: Seen): Call {
  const { no, figures, claimedName, ...fields } = event.body
  const about = aboutOf(fields)
  return {
    ...state,
    label: about ? { no, about } : { no },
    recorded: writerOf(event),
    fields: writeFields(state.fields, bodyFields(fields), event, seen),
    figures: writeFields(state.figures, wrap(figures), event, seen),
    claimedName: claimedName ?? (event.author?.person ? null : (event.author?.name ?? '')),
  }
}

/** A register's null means “withdrawn”; an amount's null means “unknown”. The wrapping keeps the two apart. */
function wrap(figures: { readonly [field: string]: Json }): { readonly [field: string]: Json } {
  return Object.fromEntries(Object.entries(figures).map(([field, amount]) => [field, { amount }]))
}
