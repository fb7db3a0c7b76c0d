import { z } from 'zod'
import { shortText } from '../values.ts'

/** A term of an editable classification: its key, and the official name it had when it was written. */
export const term = z.object({ key: z.string().trim().min(1).max(60), name: shortText })
export type Term = z.infer<typeof term>

/**
 * Short label of the incident an event is about. Flash and command events may overtake the one that opened the incident: with
 * it they can be read alone.
 */
export const incidentLabel = z.object({
  no: shortText,
  title: shortText,
  village: z.object({ name: shortText, code: shortText.optional() }).optional(),
})
export type IncidentLabel = z.infer<typeof incidentLabel>

/** The same for a call: its number and what it was about. */
export const callLabel = z.object({ no: shortText, about: shortText.optional() })
export type CallLabel = z.infer<typeof callLabel>

/** What a call is about in a few words, e.g. 李家湾后山山体滑坡. */
export function aboutOf(said: {
  readonly village?: { readonly name: string } | null | undefined
  readonly place?: string | undefined
  readonly type?: { readonly name: string } | null | undefined
}): string {
  return [said.village?.name, said.place, said.type?.name].filter(Boolean).join('')
}
