import { z } from 'zod'
import { MEANS } from '../../../shared/domain/values.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { draftReader } from '../../components/draftReader.ts'

const shape = z.object({
  text: z.string(),
  /** Id of a person of the roster, or the name that was typed; null: as the form proposes. */
  by: z.string().nullable(),
  /** Null: as the form proposes. */
  means: z.enum(MEANS).nullable(),
  at: z.number().nullable(),
})

/** An act on a task half typed (a step, 退回, 取消, 补充情况). */
export type ActDraft = z.output<typeof shape>

export const readActDraft: (kept: unknown) => ActDraft | null = draftReader(shape)

/** Null: nothing worth keeping, all is as the form proposes. */
export function actDraftOf(typed: ActDraft): ActDraft | null {
  const same = typed.text.trim() === '' && typed.by === null && typed.means === null && typed.at === null
  return same ? null : typed
}

const consentShape = z.object({
  person: z.string().nullable(),
  phone: z.string().nullable(),
  at: z.number().nullable(),
})

/** 核销 on a leader's word half typed; a null phone is the leader's own. */
export type ConsentDraft = z.output<typeof consentShape>

export const readConsentDraft: (kept: unknown) => ConsentDraft | null = draftReader(consentShape)

/** Which round of its task a draft is of: what was half said of one is not said of the next. */
export type InRound<Body> = Body & { readonly round: number }

/** Null also for what was kept in another round. */
export function readInRound<Body>(
  kept: unknown,
  round: number,
  read: (kept: unknown) => Body | null,
): InRound<Body> | null {
  const body = z.object({ round: z.literal(round) }).safeParse(kept).success ? read(kept) : null
  return body && { ...body, round }
}

/** How often it was given again. A count stays the same where the records are written again under other versions. */
export function roundOf({ acts }: Pick<TaskDetail, 'acts'>): number {
  return acts.filter(({ act }) => act === 'reissued').length
}
