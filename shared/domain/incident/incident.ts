import { bodyFields } from '../bodyFields.ts'
import type { Aggregate, DomainEvent, EventMeta, Seen } from '../event.ts'
import { type Registers, type Writer, writeFields, writerOf } from '../registers.ts'
import type { Amount, IncidentRef, Means } from '../values.ts'
import { restore, type Voiding, voidBy } from '../voiding.ts'
import { advance, type Course, NOT_STARTED, reopen } from './course.ts'
import type { IncidentLabel, Term } from './labels.ts'

/** A figure claimed on the incident itself (not through a call). */
export interface OwnClaim {
  /** `<claim>:<field>` */
  readonly id: string
  readonly field: string
  readonly amount: Amount
  readonly source: string
  readonly at: number
  readonly by: Writer
  readonly withdrawn: Voiding | null
}

/** 分转 to a competent body. */
export interface Transfer {
  readonly id: string
  readonly body: Term
  readonly person: string
  readonly means: Means
  readonly note: string
  readonly by: Writer
  readonly returned: Voiding | null
}

/** An incident. What was said in calls belongs to the calls; tasks belong to the tasks. */
export interface Incident {
  readonly id: string
  /** From the event that opened it, or from the label of a later one while that has not arrived (资料未到). */
  readonly label: IncidentLabel
  /** Null while the event that opened it has not arrived. */
  readonly opened: Writer | null
  /** Hybrid clock of the opening, or of the first event known. */
  readonly since: string
  /** title, type, level, at, village, place, description, scope, trend, leaders, measures, advice. */
  readonly fields: Registers
  readonly course: Course
  /** `into`: {id, no, title, how} or null; rivals when two consoles merged it at once. */
  readonly merged: Registers
  readonly splitFrom: IncidentRef | null
  readonly dismissed: Voiding | null
  readonly transfers: readonly Transfer[]
  readonly claims: readonly OwnClaim[]
  /** By figure: {value, claim, source} or null. */
  readonly official: Registers
  readonly voided: Voiding | null
}

type IncidentEvent = Extract<DomainEvent, { kind: `incident.${string}` }>

export const incidentAggregate: Aggregate<Incident> = {
  name: 'incident',
  initial: (id) => ({
    id,
    label: { no: '', title: '' },
    opened: null,
    since: '',
    fields: {},
    course: NOT_STARTED,
    merged: {},
    splitFrom: null,
    dismissed: null,
    transfers: [],
    claims: [],
    official: {},
    voided: null,
  }),
  reduce(state, event, seen) {
    return isIncidentEvent(event) ? apply(withLabel(state, event), event, seen) : state
  },
}

function isIncidentEvent(event: DomainEvent): event is IncidentEvent {
  return event.kind.startsWith('incident.')
}

/** Until the event that opened it arrives, the incident is known by what later events call it. */
function withLabel(state: Incident, { body, hlc }: IncidentEvent): Incident {
  return 'label' in body && !state.opened ? { ...state, label: body.label, since: state.since || hlc } : state
}

function apply(state: Incident, event: IncidentEvent, seen: Seen): Incident {
  switch (event.kind) {
    case 'incident.opened':
      return open(state, event, seen)
    case 'incident.corrected':
      return { ...state, fields: writeFields(state.fields, bodyFields(event.body.set), event, seen) }
    case 'incident.graded':
      return { ...state, fields: writeFields(state.fields, { level: event.body.level }, event, seen) }
    case 'incident.advanced':
      return { ...state, course: advance(state.course, event.body.to, event.body.reason, event, seen) }
    case 'incident.reopened':
      return { ...state, course: reopen(state.course, event.body.to, event.body.reason, event) }
    case 'incident.dismissed':
      return { ...state, dismissed: voidBy(event, event.body) }
    case 'incident.undismissed':
      return { ...state, dismissed: restore(state.dismissed, seen) }
    case 'incident.merged':
      return mergeInto(state, { ...event.body.into, how: 'merged' }, event, seen)
    case 'incident.unsplit':
      return mergeInto(state, { ...event.body.into, how: 'unsplit' }, event, seen)
    case 'incident.unmerged':
      return mergeInto(state, null, event, seen)
    case 'incident.transferred': {
      const { transfer: id, body, person, means, note = '' } = event.body
      const transfer = { id, body, person, means, note, by: writerOf(event), returned: null }
      return { ...state, transfers: [...state.transfers, transfer] }
    }
    case 'incident.transferReturned':
      return { ...state, transfers: state.transfers.map((one) => takeBack(one, event.body.transfer, event)) }
    case 'incident.figuresClaimed':
      return { ...state, claims: [...state.claims, ...claimsOf(event)] }
    case 'incident.claimWithdrawn':
      return {
        ...state,
        claims: state.claims.map((claim) =>
          claim.id === event.body.claim ? { ...claim, withdrawn: voidBy(event, event.body) } : claim,
        ),
      }
    case 'incident.figureAdopted': {
      const { field, adopted } = event.body
      return { ...state, official: writeFields(state.official, { [field]: adopted }, event, seen) }
    }
    case 'incident.noted':
      return state
    case 'incident.voided':
      return { ...state, voided: voidBy(event, event.body) }
    case 'incident.restored':
      return { ...state, voided: restore(state.voided, seen) }
  }
}

function open(state: Incident, event: Extract<IncidentEvent, { kind: 'incident.opened' }>, seen: Seen): Incident {
  const { no, call: _call, splitFrom, lives: _lives, ...fields } = event.body
  const { title, village } = fields
  return {
    ...state,
    label: village ? { no, title, village: labelOf(village) } : { no, title },
    opened: writerOf(event),
    since: event.hlc,
    fields: writeFields(state.fields, bodyFields(fields), event, seen),
    splitFrom: splitFrom ?? null,
  }
}

function labelOf({ name, code }: { name: string; code?: string | undefined }): { name: string; code?: string } {
  return code === undefined ? { name } : { name, code }
}

function mergeInto(
  state: Incident,
  into: (IncidentRef & { readonly how: 'merged' | 'unsplit' }) | null,
  event: EventMeta,
  seen: Seen,
): Incident {
  return { ...state, merged: writeFields(state.merged, { into }, event, seen) }
}

function takeBack(
  transfer: Transfer,
  id: string,
  event: Extract<IncidentEvent, { kind: 'incident.transferReturned' }>,
) {
  return transfer.id === id ? { ...transfer, returned: voidBy(event, event.body) } : transfer
}

function claimsOf(event: Extract<IncidentEvent, { kind: 'incident.figuresClaimed' }>): readonly OwnClaim[] {
  const { claim, at, source, figures } = event.body
  return Object.entries(figures).map(([field, amount]) => ({
    id: `${claim}:${field}`,
    field,
    amount,
    source,
    at,
    by: writerOf(event),
    withdrawn: null,
  }))
}
