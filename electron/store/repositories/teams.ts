import { survivorOf } from '../../../shared/domain/merging.ts'
import type { Register, Registers } from '../../../shared/domain/registers.ts'
import { fieldsOf, memberOf, membersOf } from '../../../shared/domain/team/read.ts'
import type { KnownTeam } from '../../../shared/domain/team/roster/groupTeams.ts'
import type { Team } from '../../../shared/domain/team/team.ts'
import type { ContestedField, TeamDetail, TeamLine, TeamMemberLine, TeamOption } from '../../../shared/ipc/teams.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { readState } from '../projections/entityState.ts'

/** All teams, merged and retired ones too, by name. A team's count of people includes those of its merged duplicates. */
export function readTeams(db: ReadableDb): readonly TeamLine[] {
  const records = readRecords(db)
  return db
    .prepare<[], { line: string; tips: string }>(
      `SELECT l.line, e.tips FROM team_line l JOIN main.entity_state e ON e.aggregate = 'team' AND e.entity = l.team ORDER BY l.team`,
    )
    .all()
    .map(({ line, tips }): TeamLine => ({ ...JSON.parse(line), tips: JSON.parse(tips) }))
    .map((line) =>
      records.of(line.id).length > 1 ? { ...line, members: readPeople(db, line.id, records).length } : line,
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1))
}

/** Which records make up a team: itself and the duplicates merged into it, directly or by way of others. */
interface TeamRecords {
  of(id: string): readonly string[]
}

function readRecords(db: ReadableDb): TeamRecords {
  const merges = db
    .prepare<[], { team: string; into: string }>(
      'SELECT team, merged_into AS "into" FROM team_line WHERE merged_into IS NOT NULL ORDER BY team',
    )
    .all()
  const into = new Map(merges.map(({ team, into: survivor }) => [team, survivor]))
  const standsFor = (id: string) => survivorOf(id, (one) => into.get(one) ?? null)
  return {
    of: (id) => [id, ...merges.filter(({ team }) => team !== id && standsFor(team) === id).map(({ team }) => team)],
  }
}

/** Those that can be named now. */
export function readActiveTeams(db: ReadableDb): readonly TeamLine[] {
  return readTeams(db).filter((team) => !team.merged && team.retired === null)
}

export function readTeamOptions(db: ReadableDb): readonly TeamOption[] {
  return readActiveTeams(db).map(({ id, name, state, leader, phone, village }) => ({
    id,
    name,
    state,
    leader: leader?.name ?? '',
    phone: leader?.phone || phone,
    village: village?.name ?? '',
  }))
}

/** A team with its people; null when no event of it has arrived. */
export function readTeamDetail(db: ReadableDb, id: string): TeamDetail | null {
  const found = readState(db, 'team', id)
  const teams = readTeams(db)
  const team = teams.find((line) => line.id === id)
  if (!found || !team) return null
  return {
    team,
    members: readTeamMembers(db, id),
    contestedFields: contestedOf(found.state),
    mergedFrom: teams.filter((line) => line.merged?.id === id).map(({ id: from, name }) => ({ id: from, name })),
  }
}

/** The people of a team and of the duplicates merged into it; the same person (name and phone) once. */
export function readTeamMembers(db: ReadableDb, id: string): readonly TeamMemberLine[] {
  return readPeople(db, id, readRecords(db))
}

function readPeople(db: ReadableDb, id: string, records: TeamRecords): readonly TeamMemberLine[] {
  const seen = new Set<string>()
  const members: TeamMemberLine[] = []
  for (const team of records.of(id)) {
    const state = readState(db, 'team', team)?.state
    for (const member of state ? membersOf(state) : []) {
      const key = `${member.name} ${member.phone}`
      if (seen.has(key)) continue
      seen.add(key)
      members.push({ ...member, team })
    }
  }
  return members
}

/** A registered team with what an edit has to name, and where each of its people is kept. */
export interface RegisteredTeam extends KnownTeam {
  readonly tips: readonly string[]
  readonly members: readonly TeamMemberLine[]
}

/** Active teams with all their people: what an imported roster is compared with, and what is exported. */
export function readKnownTeams(db: ReadableDb): readonly RegisteredTeam[] {
  const records = readRecords(db)
  return readActiveTeams(db).flatMap(({ id }) => {
    const folded = readState(db, 'team', id)
    if (!folded) return []
    return [{ id, tips: folded.tips, fields: fieldsOf(folded.state), members: readPeople(db, id, records) }]
  })
}

function contestedOf({ fields, members }: Team): readonly ContestedField[] {
  const contested = (registers: Registers, member: string | null): ContestedField[] =>
    Object.entries<Register>(registers).flatMap(([field, { value, by, rivals }]) =>
      rivals
        ? [
            {
              field,
              member,
              values: [{ value, by }, ...rivals].map((one) => ({
                value: one.value,
                by: one.by.name,
                atMs: hlcMs(one.by.hlc),
              })),
            },
          ]
        : [],
    )
  return [
    ...contested(fields, null),
    ...Object.values(members).flatMap((member) => contested(member.fields, memberOf(member).name)),
  ]
}
