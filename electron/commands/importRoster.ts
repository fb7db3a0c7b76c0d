import { MEMBERS_AT_ONCE, type MemberSet } from '../../shared/domain/team/events.ts'
import type { ExistingChoice, MemberPlan } from '../../shared/domain/team/roster/planTeam.ts'
import type { ImportedCounts } from '../../shared/ipc/roster.ts'
import { FLAG_IMPORTED } from '../../shared/protocol/envelope.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { type PlannedTeam, planRoster } from '../documents/planRoster.ts'
import { type RegisteredTeam, readKnownTeams } from '../store/repositories/teams.ts'
import { readActiveVillages } from '../store/repositories/villages.ts'
import type { AnyDraft, WriteContext } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { requireRole } from './requireRole.ts'

export interface RosterImport {
  readonly file: string
  readonly sha256: string
  readonly existing: ExistingChoice
  /** JSON text of RosterRow[]. */
  readonly rows: string
  readonly rowsLeftOut: number
}

/** The import under way; the desk has one. */
export interface ImportProgress {
  current: { readonly done: number; readonly total: number } | null
}

/** Events of one transaction, two a new team: some 70 ms here. The rosters of most townships (thirty teams) fit in one. */
const EVENTS_AT_ONCE = 60

/**
 * Imports a roster as the preview showed it. A usual roster is one transaction: all of it or nothing. A large one is recorded
 * team by team, a few teams a transaction; what a failure interrupts can be imported again, the teams recorded are recognised.
 * @throws {CommandError} roster.busy, roster.nothing, roster.unreadable, roster.partly {done, total}
 */
export async function importRoster(
  context: DeskContext,
  args: RosterImport,
  progress: ImportProgress,
): Promise<ImportedCounts> {
  const flags = requireRole(context, 'team.edit') | FLAG_IMPORTED
  const author = context.session.author()
  if (progress.current) throw new CommandError('roster.busy')
  progress.current = { done: 0, total: 0 }
  try {
    return await record(context, args, progress, { author, flags })
  } finally {
    progress.current = null
  }
}

async function record(
  context: DeskContext,
  args: RosterImport,
  progress: ImportProgress,
  how: WriteContext,
): Promise<ImportedCounts> {
  const known = readKnownTeams(context.store.db)
  const { teams, counts } = await planRoster({
    rows: args.rows,
    existing: args.existing,
    known,
    villages: readActiveVillages(context.store.db).map(({ id, name }) => ({ id, name })),
  })
  const units = teams.map((plan) => draftsOf(plan, known)).filter((drafts) => drafts.length > 0)
  if (units.length === 0) throw new CommandError('roster.nothing')
  const imported: ImportedCounts = {
    teamsAdded: counts.teams.add,
    teamsUpdated: teams.filter(({ known, set, members }) => known && (hasAny(set) || members.length > 0)).length,
    membersAdded: counts.members.add,
    membersUpdated: counts.members.update,
  }
  const { file, sha256, rowsLeftOut } = args
  const body = { file, sha256, ...imported, rowsLeftOut: rowsLeftOut + counts.rowsDropped }
  const transactions = inTransactions(units, { kind: 'roster.imported', entity: newId('roster'), body, base: [] })
  const total = units.length
  let done = 0
  try {
    for (const { drafts, teams: ofThese } of transactions) {
      progress.current = { done, total }
      context.store.append(drafts, how)
      done += ofThese
      await new Promise((next) => setImmediate(next))
    }
  } catch (error) {
    if (done === 0) throw error
    throw new CommandError('roster.partly', { done, total })
  }
  return imported
}

function draftsOf(plan: PlannedTeam, registered: readonly RegisteredTeam[]): readonly AnyDraft[] {
  const { set, members } = plan
  if (plan.known === null) {
    const id = newId('team')
    const { name = '', kind = 'other', ...rest } = set
    return [{ kind: 'team.added', entity: id, body: { name, kind, ...rest }, base: [] }, ...memberDrafts(id, members)]
  }
  const team = plan.known
  const now = registered.find(({ id }) => id === team)
  const base = now?.tips ?? []
  const edited: readonly AnyDraft[] = hasAny(set) ? [{ kind: 'team.edited', entity: team, body: { set }, base }] : []
  // Of a duplicate merged into the team the people are changed where they are kept.
  const recordOf = ({ id }: MemberPlan) => now?.members.find((member) => member.id === id)?.team ?? team
  const records = [...new Set(members.map(recordOf))]
  return [
    ...edited,
    ...records.flatMap((record) =>
      memberDrafts(
        record,
        members.filter((member) => recordOf(member) === record),
      ),
    ),
  ]
}

function memberDrafts(team: string, plans: readonly MemberPlan[]): readonly AnyDraft[] {
  const members = plans.map(({ id, set }): MemberSet => ({ id: id ?? newId('member'), ...set }))
  const drafts: AnyDraft[] = []
  for (let from = 0; from < members.length; from += MEMBERS_AT_ONCE)
    drafts.push({
      kind: 'team.membersSet',
      entity: team,
      body: { members: members.slice(from, from + MEMBERS_AT_ONCE) },
    })
  return drafts
}

/** Whole teams together, up to EVENTS_AT_ONCE; the line of the log goes with the last. */
function inTransactions(
  units: readonly (readonly AnyDraft[])[],
  last: AnyDraft,
): readonly { readonly drafts: readonly AnyDraft[]; readonly teams: number }[] {
  const transactions: { drafts: AnyDraft[]; teams: number }[] = []
  for (const unit of units) {
    const current = transactions.at(-1)
    if (!current || current.drafts.length + unit.length > EVENTS_AT_ONCE)
      transactions.push({ drafts: [...unit], teams: 1 })
    else {
      current.drafts.push(...unit)
      current.teams += 1
    }
  }
  transactions.at(-1)?.drafts.push(last)
  return transactions
}

function hasAny(set: object): boolean {
  return Object.keys(set).length > 0
}
