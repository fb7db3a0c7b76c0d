import { z } from 'zod'
import type { EventMeta, Seen } from './event.ts'
import { type Writer, writerOf } from './registers.ts'
import { reason } from './values.ts'

/** 作废 hides and does not erase; 恢复 takes it back. Every kind of record has both. */
export const voidedBody = z.object({ reason })
export const restoredBody = z.object({ reason })

/** Present while a record is void. */
export interface Voiding {
  readonly reason: string
  readonly by: Writer
}

/** The voiding after a `voided` event. */
export function voidBy(event: EventMeta, body: { readonly reason: string }): Voiding {
  return { reason: body.reason, by: writerOf(event) }
}

/** The voiding after a `restored` event: one its author had not seen stands. */
export function restore(current: Voiding | null, seen: Seen): Voiding | null {
  return current && !seen(current.by.version) ? current : null
}
