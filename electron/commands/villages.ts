import type { VillageLine } from '../../shared/ipc/villages.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readVillages } from '../store/repositories/villages.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { requirePerson } from './people.ts'
import { requireRole } from './requireRole.ts'

interface Edit {
  readonly village: string
  readonly base: readonly string[]
}

/** Adds those of the names that no village has yet. */
export function addVillages(context: DeskContext, { names }: { names: readonly string[] }): { added: number } {
  requireRole(context, 'village.edit')
  const known = new Set(readVillages(context.store.db).map(({ name }) => name))
  const added = [...new Set(names)].filter((name) => name !== '' && !known.has(name))
  append(
    context,
    ...added.map((name): AnyDraft => ({ kind: 'village.added', entity: newId('village'), body: { name }, base: [] })),
  )
  return { added: added.length }
}

export function editVillage(
  context: DeskContext,
  { village, base, set }: Edit & { set: { name?: string | undefined; code?: string | undefined } },
): null {
  find(context, village)
  if (set.code && !/^\d{12}$/.test(set.code)) throw new CommandError('villages.badCode', { code: set.code })
  return append(context, { kind: 'village.edited', entity: village, body: { set }, base })
}

/** Names who answers for emergency work in the village; null: nobody for now. */
export function assignVillage(context: DeskContext, { village, base, person }: Edit & { person: string | null }): null {
  find(context, village)
  const ref = person === null ? null : requirePerson(context, person)
  return append(context, { kind: 'village.assigned', entity: village, body: { person: ref }, base })
}

/** Says that two records are one village, or that one was merged into another (并村). Both stay; can be taken back. */
export function mergeVillages(
  context: DeskContext,
  { village, base, into, reason }: Edit & { into: string; reason: string },
): null {
  const [from, survivor] = [find(context, village), find(context, into)]
  if (village === into) throw new CommandError('villages.mergeIntoItself')
  if (from.merged || survivor.merged || survivor.retired !== null) throw new CommandError('villages.cannotMerge')
  const ref = { id: into, name: survivor.name, ...(survivor.code ? { code: survivor.code } : {}) }
  return append(context, { kind: 'village.merged', entity: village, body: { into: ref, reason }, base })
}

export function unmergeVillage(context: DeskContext, { village, base, reason }: Edit & { reason: string }): null {
  if (!find(context, village).merged) throw new CommandError('villages.notMerged')
  return append(context, { kind: 'village.unmerged', entity: village, body: { reason }, base })
}

export function retireVillage(context: DeskContext, { village, base, reason }: Edit & { reason: string }): null {
  if (find(context, village).retired !== null) throw new CommandError('villages.alreadyRetired')
  return append(context, { kind: 'village.retired', entity: village, body: { reason }, base })
}

export function restoreVillage(context: DeskContext, { village, base, reason }: Edit & { reason: string }): null {
  if (find(context, village).retired === null) throw new CommandError('villages.notRetired')
  return append(context, { kind: 'village.restored', entity: village, body: { reason }, base })
}

function find(context: DeskContext, id: string): VillageLine {
  requireRole(context, 'village.edit')
  const line = readVillages(context.store.db).find((village) => village.id === id)
  if (!line) throw new CommandError('villages.unknown')
  return line
}

function append({ store, session }: DeskContext, ...drafts: readonly AnyDraft[]): null {
  if (drafts.length > 0) store.append(drafts, { author: session.author() })
  return null
}
