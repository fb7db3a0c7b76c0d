import type { z } from 'zod'
import type { logCorrected, logEntered } from '../../shared/domain/log/events.ts'
import { valuesOf } from '../../shared/domain/registers.ts'
import type { LogLine } from '../../shared/ipc/log.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readEntryOrigin } from '../store/repositories/entryOrigin.ts'
import { readLogLine } from '../store/repositories/logLines.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { requireRole } from './requireRole.ts'

/** Which entry, and the versions on screen. */
interface Edit {
  readonly entry: string
  readonly base: readonly string[]
  readonly reason: string
}

/** A free entry of the duty log. Durable when it returns. */
export function enterLog(context: DeskContext, body: z.output<typeof logEntered>): LogLine {
  requireRole(context, 'log.enter')
  const hash = append(context, { kind: 'log.entered', entity: newId('log'), body, base: [] })
  return readLogLine(context.store.db, context.store.origin, hash)
}

/** 更正: sets what happened or when. The first wording stays in the log. */
export function correctLog(
  context: DeskContext,
  { entry, base, set, reason }: Edit & { set: z.output<typeof logCorrected>['set'] },
): null {
  const { fields } = findOwn(context, entry)
  const current = valuesOf(fields)
  const changes = Object.entries(set).filter(([field, value]) => value !== undefined && value !== current[field])
  if (changes.length === 0) throw new CommandError('log.nothingChanged')
  append(context, { kind: 'log.corrected', entity: entry, body: { set: Object.fromEntries(changes), reason }, base })
  return null
}

/** 作废: hides the entry from what counts, and erases nothing. */
export function voidLog(context: DeskContext, { entry, base, reason }: Edit): null {
  if (findOwn(context, entry).voided) throw new CommandError('log.alreadyVoid')
  append(context, { kind: 'log.voided', entity: entry, body: { reason }, base })
  return null
}

/** 恢复: takes a voiding back. */
export function restoreLog(context: DeskContext, { entry, base, reason }: Edit): null {
  if (!findOwn(context, entry).voided) throw new CommandError('log.notVoid')
  append(context, { kind: 'log.restored', entity: entry, body: { reason }, base })
  return null
}

/** Only who wrote an entry may change it: anybody else writes one of their own. */
function findOwn(context: DeskContext, entry: string) {
  requireRole(context, 'log.enter')
  const { db } = context.store
  const found = readState(db, 'log', entry)
  if (!found) throw new CommandError('log.notFound')
  const author = readEntryOrigin(db, entry)?.author
  if (!author || author.person !== context.session.author().person)
    throw new CommandError('log.notOwn', { name: author?.name ?? '' })
  return found.state
}

function append({ store, session }: DeskContext, draft: AnyDraft): string {
  const [sealed] = store.append([draft], { author: session.author() })
  return sealed?.hash ?? ''
}
