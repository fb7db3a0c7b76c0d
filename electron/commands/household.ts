import type { HouseholdFields } from '../../shared/domain/household/events.ts'
import { householdKey } from '../../shared/domain/household/sheet.ts'
import type { HouseholdArgs, HouseholdLine } from '../../shared/ipc/households.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readHouseholds } from '../store/repositories/households.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { requireRole } from './requireRole.ts'

/** So many are recorded in one transaction; between them the desk answers others. */
const AT_ONCE = 50

export function addHousehold(desk: DeskContext, args: HouseholdArgs<'households.add'>): { id: string } {
  requireRole(desk, 'household.edit')
  const id = newId('household')
  append(desk, [{ kind: 'household.added', entity: id, base: [], body: args }])
  return { id }
}

export function editHousehold(desk: DeskContext, args: HouseholdArgs<'households.edit'>): null {
  const { household, base, set } = args
  find(desk, household)
  if (Object.keys(set).length === 0) throw new CommandError('household.nothingChanged')
  return append(desk, [{ kind: 'household.edited', entity: household, base, body: { set } }])
}

export function retireHousehold(desk: DeskContext, args: HouseholdArgs<'households.retire'>): null {
  const { household, base, reason } = args
  if (find(desk, household).retired !== null) throw new CommandError('household.alreadyRetired')
  return append(desk, [{ kind: 'household.retired', entity: household, base, body: { reason } }])
}

export function restoreHousehold(desk: DeskContext, args: HouseholdArgs<'households.restore'>): null {
  const { household, base, reason } = args
  if (find(desk, household).retired === null) throw new CommandError('household.notRetired')
  return append(desk, [{ kind: 'household.restored', entity: household, base, body: { reason } }])
}

/**
 * 导入重点户名册: new households are added, known ones (same village, group and head) brought up to date, in parts; a power cut can
 * leave it in part, and importing the file again recognises what is there.
 */
export async function importHouseholds(
  desk: DeskContext,
  { file, sha256, rows, rowsLeftOut }: HouseholdArgs<'households.import'>,
): Promise<{ added: number; updated: number }> {
  requireRole(desk, 'household.edit')
  const known = new Map(readHouseholds(desk.store.db).map((household) => [householdKey(household), household]))
  const drafts = rows.flatMap((row) => draftOf(row, known.get(householdKey(row))) ?? [])
  if (drafts.length === 0) throw new CommandError('household.nothingNew')
  const counts = {
    added: drafts.filter(({ kind }) => kind === 'household.added').length,
    updated: drafts.filter(({ kind }) => kind === 'household.edited').length,
  }
  const author = desk.session.author()
  for (let done = 0; done < drafts.length; done += AT_ONCE) {
    desk.store.append(drafts.slice(done, done + AT_ONCE), { author })
    await new Promise((go) => setImmediate(go))
  }
  const body = { file, sha256, ...counts, rowsLeftOut }
  desk.store.append([{ kind: 'householdList.imported', entity: newId('householdList'), base: [], body }], { author })
  return counts
}

/** Only what the file says is taken over: an empty cell leaves what is known. */
function draftOf(row: HouseholdFields, known: HouseholdLine | undefined): AnyDraft | null {
  if (!known) return { kind: 'household.added', entity: newId('household'), base: [], body: row }
  const set = Object.fromEntries(
    Object.entries(row).filter(([field, value]) => {
      const empty = value === '' || value === null || (Array.isArray(value) && value.length === 0)
      return !empty && JSON.stringify(value) !== JSON.stringify(known[field as keyof HouseholdFields])
    }),
  )
  if (Object.keys(set).length === 0) return null
  return { kind: 'household.edited', entity: known.id, base: known.tips, body: { set } }
}

function find(desk: DeskContext, id: string): HouseholdLine {
  requireRole(desk, 'household.edit')
  const found = readHouseholds(desk.store.db).find((household) => household.id === id)
  if (!found) throw new CommandError('household.unknown')
  return found
}

function append({ store, session }: DeskContext, drafts: readonly AnyDraft[]): null {
  store.append(drafts, { author: session.author() })
  return null
}
