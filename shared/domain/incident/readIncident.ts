import { type Registers, valuesOf } from '../registers.ts'
import type { IncidentRef } from '../values.ts'
import type { IncidentFields } from './events.ts'
import type { Adopted, Claim } from './figureBoard.ts'
import type { Incident } from './incident.ts'
import type { IncidentLabel } from './labels.ts'

/** The incident's plain values; what nobody has said yet is null or ''. */
export function fieldsOf({ fields, label }: Incident): IncidentFields {
  const nothing: IncidentFields = {
    title: label.title,
    type: null,
    level: 'undetermined',
    at: null,
    village: null,
    place: '',
    description: '',
    scope: '',
    trend: '',
    leaders: '',
    measures: '',
    advice: '',
  }
  return { ...nothing, ...valuesOf(fields) }
}

/** The short label of the incident as it is called now: what further events about it carry. */
export function labelOf(incident: Incident): IncidentLabel {
  const { title, village } = fieldsOf(incident)
  const { no } = incident.label
  if (!village) return incident.opened ? { no, title } : incident.label
  return {
    no,
    title,
    village: village.code === undefined ? { name: village.name } : { name: village.name, code: village.code },
  }
}

export function refOf(incident: Incident): IncidentRef {
  const { no, title } = labelOf(incident)
  return { id: incident.id, no, title }
}

/** What it was merged into, by its own events alone. */
export function mergedInto({ merged }: Incident): (IncidentRef & { readonly how: 'merged' | 'unsplit' }) | null {
  return (valuesOf(merged).into ?? null) as (IncidentRef & { readonly how: 'merged' | 'unsplit' }) | null
}

/** Figures made official, by field; null: withdrawn. */
export function officialOf({ official }: Incident): Readonly<Record<string, Adopted | null>> {
  return valuesOf(official) as Record<string, Adopted | null>
}

/** Claims made on the incident itself that stand. */
export function ownClaims({ id, claims }: Incident): readonly Claim[] {
  return claims
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id: claim, field, amount, source, at }) => ({
      id: claim,
      field,
      amount,
      source,
      at,
      incident: id,
      call: null,
    }))
}

/** How many values were set at the same time by others who had not seen it (并发). */
export function countRivals(...registers: readonly Registers[]): number {
  return registers.flatMap((all) => Object.values(all)).filter(({ rivals }) => rivals && rivals.length > 0).length
}
