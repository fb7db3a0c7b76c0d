import { termOf } from '../../../shared/domain/classification.ts'
import type { IncidentFields } from '../../../shared/domain/incident/events.ts'
import type { Level } from '../../../shared/domain/incident/levels.ts'
import { formatMoment } from '../../components/momentText.ts'
import type { IntakeLists, Problems } from '../intake/model.ts'
import { parseWhen } from '../intake/when.ts'

export const LONG_FIELDS = ['description', 'scope', 'trend', 'leaders', 'measures', 'advice'] as const
export type LongField = (typeof LONG_FIELDS)[number]

/** The facts of an incident as typed. */
export interface FactsForm extends Readonly<Record<LongField, string>> {
  readonly title: string
  readonly place: string
  readonly at: string
  /** Id, '' when none. */
  readonly village: string
  /** Key, '' when not known. */
  readonly type: string
  readonly level: Level
}

export function formOfFacts(fields: IncidentFields, now: number): FactsForm {
  const { title, place, at, village, type, level, description, scope, trend, leaders, measures, advice } = fields
  return {
    title,
    place,
    at: at === null ? '' : formatMoment(at, now),
    village: village?.id ?? '',
    type: type?.key ?? '',
    level,
    ...{ description, scope, trend, leaders, measures, advice },
  }
}

export type ReadFacts =
  | { readonly ok: true; readonly set: Partial<IncidentFields> }
  | { readonly ok: false; readonly problems: Problems }

/** What was changed, and nothing else. Problems are keys below `intake:problem`. */
export function factsOf(before: FactsForm, after: FactsForm, lists: IntakeLists, now: number): ReadFacts {
  const at = after.at.trim() === '' ? null : parseWhen(after.at, now)
  const problems: Record<string, string> = {}
  if (at === null && after.at.trim() !== '') problems.at = 'time'
  if (after.title.trim() === '') problems.title = 'title'
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  const texts = (['title', 'place', ...LONG_FIELDS] as const)
    .filter((field) => before[field].trim() !== after[field].trim())
    .map((field) => [field, after[field].trim()])
  const type = lists.classification.types.find(({ key }) => key === after.type)
  return {
    ok: true,
    set: {
      ...(Object.fromEntries(texts) as Partial<IncidentFields>),
      ...(before.at === after.at ? {} : { at }),
      ...(before.level === after.level ? {} : { level: after.level }),
      ...(before.village === after.village
        ? {}
        : { village: lists.villages.find(({ id }) => id === after.village) ?? null }),
      ...(before.type === after.type ? {} : { type: type ? termOf(type) : null }),
    },
  }
}
