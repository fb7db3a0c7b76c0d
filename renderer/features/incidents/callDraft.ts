import { z } from 'zod'
import { LEVELS } from '../../../shared/domain/incident/levels.ts'
import { draftReader } from '../../components/draftReader.ts'
import type { IntakeForm } from '../intake/model.ts'
import { withItsDay } from '../intake/when.ts'

/** What of a recorded call can be corrected as text; its level and figures besides. */
const TEXTS = [
  ...['source', 'callerName', 'callerPhone', 'callerPost', 'reportedAt', 'at'],
  ...['village', 'place', 'type', 'description', 'measures', 'requests'],
] as const satisfies readonly (keyof IntakeForm)[]
const TIMES = ['reportedAt', 'at'] as const

const shape = z.object({
  set: z.record(z.string(), z.string()),
  level: z.enum(LEVELS).optional(),
  figures: z.record(z.string(), z.string()),
  reason: z.string(),
})

/** 更正接报 half typed: what differs from the call, so that what another changes meanwhile is not taken back by it. */
export type CallDraft = z.output<typeof shape>

export const readCallDraft: (kept: unknown) => CallDraft | null = draftReader(shape)

/** Null: nothing worth keeping. */
export function callDraftOf(before: IntakeForm, after: IntakeForm, reason: string, now: number): CallDraft | null {
  const set: Record<string, string> = {}
  for (const field of TEXTS) if (after[field] !== before[field]) set[field] = after[field]
  for (const field of TIMES) if (set[field] !== undefined) set[field] = withItsDay(set[field], now)
  const figures = Object.entries(after.figures).filter(([field, typed]) => typed !== (before.figures[field] ?? ''))
  const isSame = Object.keys(set).length + figures.length === 0 && after.level === before.level
  if (isSame && reason.trim() === '') return null
  return {
    set,
    ...(after.level === before.level ? {} : { level: after.level }),
    figures: Object.fromEntries(figures),
    reason,
  }
}

/** The call as it is now, with what was typed over it. */
export function withCallDraft(before: IntakeForm, draft: CallDraft | null): IntakeForm {
  if (!draft) return before
  const texts = TEXTS.flatMap((field) => (draft.set[field] === undefined ? [] : [[field, draft.set[field]]]))
  return {
    ...before,
    ...(Object.fromEntries(texts) as Partial<IntakeForm>),
    level: draft.level ?? before.level,
    figures: { ...before.figures, ...draft.figures },
  }
}
