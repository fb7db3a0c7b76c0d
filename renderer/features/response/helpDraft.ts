import { z } from 'zod'
import { MEANS } from '../../../shared/domain/values.ts'
import { draftReader } from '../../components/draftReader.ts'

const shape = z.object({
  from: z.string(),
  by: z.string(),
  means: z.enum(MEANS),
  at: z.number().nullable(),
  text: z.string(),
})

/** 请求支援 half typed: of whom (an option or a name), what, who took it. */
export type HelpDraft = z.output<typeof shape>

export const EMPTY_HELP: HelpDraft = { from: '', by: '', means: 'phone', at: null, text: '' }

export const readHelpDraft: (kept: unknown) => HelpDraft | null = draftReader(shape)

/** Null: nothing worth keeping. */
export function helpDraftOf(typed: HelpDraft): HelpDraft | null {
  return [typed.from, typed.by, typed.text].every((text) => text.trim() === '') ? null : typed
}
