import { z } from 'zod'
import { MEANS } from '../../../shared/domain/values.ts'

const shape = z.object({
  text: z.string(),
  /** Id of a person of the roster, or the name that was typed. */
  by: z.string(),
  means: z.enum(MEANS),
  at: z.number().nullable(),
})

/** An act on a task half typed (a step, 退回, 取消, 补充情况). */
export type ActDraft = z.output<typeof shape>

export function readActDraft(kept: unknown): ActDraft | null {
  const parsed = shape.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/** Null: nothing worth keeping, all is as the form begins. */
export function actDraftOf(typed: ActDraft, first: Pick<ActDraft, 'by' | 'means'>): ActDraft | null {
  const same = typed.text.trim() === '' && typed.by === first.by && typed.means === first.means && typed.at === null
  return same ? null : typed
}

const consentShape = z.object({
  person: z.string().nullable(),
  phone: z.string().nullable(),
  at: z.number().nullable(),
})

/** 核销 on a leader's word half typed; a null phone is the leader's own. */
export type ConsentDraft = z.output<typeof consentShape>

export function readConsentDraft(kept: unknown): ConsentDraft | null {
  const parsed = consentShape.safeParse(kept)
  return parsed.success ? parsed.data : null
}
