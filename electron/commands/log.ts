import type { z } from 'zod'
import type { logEntered } from '../../shared/domain/log/events.ts'
import { shortHash } from '../../shared/protocol/envelope.ts'
import { type DeskContext, newId } from '../deskContext.ts'

/** A free entry of the duty log. Durable when it returns. */
export function enterLog(
  { store, session }: DeskContext,
  body: z.output<typeof logEntered>,
): { id: string; version: string } {
  const id = newId('log')
  const [sealed] = store.append([{ kind: 'log.entered', entity: id, body, base: [] }], { author: session.author() })
  return { id, version: sealed ? shortHash(sealed.hash) : '' }
}
