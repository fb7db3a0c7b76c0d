import { z } from 'zod'
import type { Lane } from '../protocol/lanes.ts'

/** Whether lives hang on it. Said the same way in the county's orders and in the township's own tasks. */
export const URGENCIES = ['life-safety', 'ordinary'] as const
export const urgency = z.enum(URGENCIES)
export type Urgency = z.infer<typeof urgency>

/** What lives hang on overtakes everything else on a narrow link; other command traffic goes before routine. */
export function commandLane({ urgency }: { readonly urgency: Urgency }): Lane {
  return urgency === 'life-safety' ? 0 : 1
}
