import { wordKey } from '../../shared/domain/sheet/words.ts'
import type { MemberSet, TeamFields, TeamState } from '../../shared/domain/team/events.ts'
import { isSamePlace } from '../../shared/domain/team/roster/groupTeams.ts'
import type { IncidentRef } from '../../shared/domain/values.ts'
import type { TeamLine } from '../../shared/ipc/teams.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readActiveTeams, readTeamMembers, readTeams } from '../store/repositories/teams.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { requireRole } from './requireRole.ts'
import { checkTimes } from './task.ts'

interface Edit {
  readonly team: string
  readonly base: readonly string[]
}

type NewTeam = Partial<TeamFields> & Pick<TeamFields, 'name' | 'kind'>

/** Registers a team. @throws {CommandError} teams.nameTaken when the township has it already. */
export function addTeam(context: DeskContext, fields: NewTeam): { id: string } {
  requireRole(context, 'team.edit')
  refuseSameTeam(context, fields.name, fields.village ?? null, null)
  const id = newId('team')
  append(context, { kind: 'team.added', entity: id, body: fields, base: [] })
  return { id }
}

export function editTeam(context: DeskContext, { team, base, set }: Edit & { set: Partial<TeamFields> }): null {
  const now = find(context, team)
  if (set.name !== undefined || set.village !== undefined)
    refuseSameTeam(context, set.name ?? now.name, set.village === undefined ? now.village : set.village, team)
  if (Object.keys(set).length === 0) return null
  return append(context, { kind: 'team.edited', entity: team, body: { set }, base })
}

/** Adds a member (`id` null) or changes one. A member of a merged duplicate is changed in that record. */
export function setMember(
  context: DeskContext,
  { team, base, member }: Edit & { member: Omit<MemberSet, 'id'> & { id: string | null } },
): { id: string } {
  find(context, team)
  const { id, ...set } = member
  if (id === null) {
    if (!set.name) throw new CommandError('teams.memberNameNeeded')
    const made = newId('member')
    append(context, { kind: 'team.membersSet', entity: team, body: { members: [{ id: made, ...set }] }, base })
    return { id: made }
  }
  const { holder, bases } = findMember(context, team, id, base)
  append(context, { kind: 'team.membersSet', entity: holder, body: { members: [{ id, ...set }] }, ...bases })
  return { id }
}

export function removeMember(
  context: DeskContext,
  { team, base, member, reason }: Edit & { member: string; reason: string },
): null {
  find(context, team)
  const { holder, name, bases } = findMember(context, team, member, base)
  const body = { members: [{ id: member, name }], reason }
  return append(context, { kind: 'team.membersRemoved', entity: holder, body, ...bases })
}

/** 备勤, 出动, 休整, 不可用. A team that cannot go needs a reason: somebody will ask. */
export function setTeamState(
  context: DeskContext,
  { team, base, state, reason, incident }: Edit & { state: TeamState; reason: string; incident?: IncidentRef },
): null {
  const { name } = find(context, team)
  if (state === 'unavailable' && reason === '') throw new CommandError('teams.reasonNeeded')
  const body = incident ? { name, state, reason, incident } : { name, state, reason }
  return append(context, { kind: 'team.stateChanged', entity: team, body, base })
}

/** 报位置: where a team says it is. @throws {CommandError} task.timeInFuture */
export function locateTeam(
  context: DeskContext,
  { team, base, place, at }: Edit & { place: string; at: number },
): null {
  const { name } = find(context, team)
  checkTimes(context, { at })
  return append(context, { kind: 'team.located', entity: team, body: { name, place, at }, base })
}

export function retireTeam(context: DeskContext, { team, base, reason }: Edit & { reason: string }): null {
  if (find(context, team).retired !== null) throw new CommandError('teams.alreadyRetired')
  return append(context, { kind: 'team.retired', entity: team, body: { reason }, base })
}

export function restoreTeam(context: DeskContext, { team, base, reason }: Edit & { reason: string }): null {
  if (find(context, team).retired === null) throw new CommandError('teams.notRetired')
  return append(context, { kind: 'team.restored', entity: team, body: { reason }, base })
}

/** Says that two records are one team. Both stay; the people of both are shown under `into`; can be taken back. */
export function mergeTeams(
  context: DeskContext,
  { team, base, into, reason }: Edit & { into: string; reason: string },
): null {
  const [from, survivor] = [find(context, team), find(context, into)]
  if (team === into) throw new CommandError('teams.mergeIntoItself')
  if (from.merged || survivor.merged || survivor.retired !== null) throw new CommandError('teams.cannotMerge')
  const body = { into: { id: into, name: survivor.name }, reason }
  return append(context, { kind: 'team.merged', entity: team, body, base })
}

export function unmergeTeam(context: DeskContext, { team, base, reason }: Edit & { reason: string }): null {
  if (!find(context, team).merged) throw new CommandError('teams.notMerged')
  return append(context, { kind: 'team.unmerged', entity: team, body: { reason }, base })
}

function refuseSameTeam(context: DeskContext, name: string, village: TeamFields['village'], self: string | null): void {
  const same = readActiveTeams(context.store.db).find(
    (team) =>
      team.id !== self &&
      wordKey(team.name) === wordKey(name) &&
      (team.village === null || village === null || isSamePlace(team.village, village)),
  )
  if (same) throw new CommandError('teams.nameTaken', { name: same.name })
}

function find(context: DeskContext, id: string): TeamLine {
  requireRole(context, 'team.edit')
  const line = readTeams(context.store.db).find((team) => team.id === id)
  if (!line) throw new CommandError('teams.unknown')
  return line
}

/** Where a member is kept. The page's versions are those of the team it showed; another record's are the newest. */
function findMember(
  context: DeskContext,
  team: string,
  member: string,
  base: readonly string[],
): { readonly holder: string; readonly name: string; readonly bases: { readonly base?: readonly string[] } } {
  const found = readTeamMembers(context.store.db, team).find(({ id }) => id === member)
  if (!found) throw new CommandError('teams.memberUnknown')
  return { holder: found.team, name: found.name, bases: found.team === team ? { base } : {} }
}

function append({ store, session }: DeskContext, draft: AnyDraft): null {
  store.append([draft], { author: session.author() })
  return null
}
