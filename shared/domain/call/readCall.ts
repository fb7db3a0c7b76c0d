import type { Claim } from '../incident/figureBoard.ts'
import { aboutOf, type CallLabel } from '../incident/labels.ts'
import { valuesOf } from '../registers.ts'
import type { Amount, CallRef, IncidentRef } from '../values.ts'
import type { Call } from './call.ts'
import type { CallFields } from './events.ts'

/** The call's plain values; what was not said is null or ''. A call whose record has not arrived has no time and no source. */
export function fieldsOf({ fields }: Call): CallFields & { readonly incident: IncidentRef | null } {
  const nothing: CallFields & { incident: IncidentRef | null } = {
    reportedAt: 0,
    at: null,
    source: { key: '', name: '' },
    caller: {},
    village: null,
    place: '',
    type: null,
    level: 'undetermined',
    description: '',
    measures: '',
    requests: '',
    incident: null,
  }
  return { ...nothing, ...valuesOf(fields) }
}

export function labelOf(call: Call): CallLabel {
  const about = aboutOf(fieldsOf(call))
  return about ? { no: call.label.no, about } : call.label
}

export function refOf(call: Call): CallRef {
  return { id: call.id, no: call.label.no }
}

/** Figures the caller gave, without those withdrawn. */
export function figuresOf({ figures }: Call): Readonly<Record<string, Amount>> {
  const stated = Object.entries(valuesOf(figures)) as [string, { amount: Amount } | null][]
  return Object.fromEntries(stated.flatMap(([field, said]) => (said ? [[field, said.amount]] : [])))
}

/** The call's figures as claims on the incident it belongs to; none when it is void or belongs to none. */
export function claimsOf(call: Call): readonly Claim[] {
  const { incident, source, reportedAt } = fieldsOf(call)
  if (!incident || call.voided) return []
  return Object.entries(figuresOf(call)).map(([field, amount]) => ({
    id: `${call.id}:${field}`,
    field,
    amount,
    source: `${source.name} ${call.label.no}`.trim(),
    at: reportedAt,
    incident: incident.id,
    call: call.id,
  }))
}

/** Taken while nobody was signed in, and nobody has vouched for it yet. */
export function isUnconfirmed({ claimedName, confirmed, voided }: Call): boolean {
  return claimedName !== null && !confirmed && !voided
}
