import { z } from 'zod'
import { LEVELS } from '../../../shared/domain/incident/levels.ts'
import { draftReader } from '../../components/draftReader.ts'
import { withItsDay } from '../intake/when.ts'
import { type FactsForm, LONG_FIELDS } from './incidentCorrection.ts'

const text = z.string().optional()
const shape = z.object({
  set: z.object({
    ...{ title: text, place: text, at: text, village: text, type: text },
    level: z.enum(LEVELS).optional(),
    ...(Object.fromEntries(LONG_FIELDS.map((field) => [field, text])) as Record<
      (typeof LONG_FIELDS)[number],
      typeof text
    >),
  }),
  reason: z.string(),
})

/** A correction half typed: what differs from the facts, so that what another changes meanwhile is not taken back by it. */
export type CorrectDraft = z.output<typeof shape>

export const readCorrectDraft: (kept: unknown) => CorrectDraft | null = draftReader(shape)

/** Null: nothing worth keeping. */
export function correctDraftOf(before: FactsForm, after: FactsForm, reason: string, now: number): CorrectDraft | null {
  const changed = Object.entries(after).filter(([field, value]) => before[field as keyof FactsForm] !== value)
  if (changed.length === 0 && reason.trim() === '') return null
  const dated = before.at === after.at ? {} : { at: withItsDay(after.at, now) }
  return { set: { ...Object.fromEntries(changed), ...dated }, reason }
}

/** The facts as they are now, with what was typed over them. */
export function withCorrectDraft(before: FactsForm, draft: CorrectDraft | null): FactsForm {
  const typed = Object.entries(draft?.set ?? {}).filter(([, value]) => value !== undefined)
  return { ...before, ...(Object.fromEntries(typed) as Partial<FactsForm>) }
}
