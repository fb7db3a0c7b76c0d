import { survivorOf } from '../../../shared/domain/merging.ts'
import { lastPlace, type Whereabouts } from '../../../shared/domain/team/whereabouts.ts'
import type { TeamLine, TeamLoad } from '../../../shared/ipc/teams.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readTeams } from './teams.ts'

/** Tasks in hand of each recipient, by id. */
function readOpenTasks(db: ReadableDb): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[], { recipient: string; open: number }>(
      'SELECT recipient, count(*) AS open FROM task WHERE open = 1 GROUP BY recipient',
    )
    .all()
  return new Map(rows.map(({ recipient, open }) => [recipient, open]))
}

interface Moved {
  readonly moved: 'departed' | 'arrived'
  readonly moved_at: number
  readonly title: string
  readonly incident: string | null
  readonly village_name: string | null
  readonly place: string | null
}

/** What every active team has in hand and where it was last heard of. Duplicates merged into a team count with it. */
export function readTeamLoads(db: ReadableDb): readonly TeamLoad[] {
  const open = readOpenTasks(db)
  const teams = readTeams(db)
  const into = new Map(teams.map(({ id, merged }) => [id, merged?.id ?? null]))
  const standsFor = (id: string) => survivorOf(id, (one) => into.get(one) ?? null)
  return teams
    .filter((team) => !team.merged && team.retired === null)
    .map((team) => {
      const records = teams.filter(({ id }) => standsFor(id) === team.id)
      const places = records.flatMap((record) => [placeOf(record), readMoved(db, record.id)])
      return {
        id: team.id,
        state: team.state,
        open: records.reduce((sum, { id }) => sum + (open.get(id) ?? 0), 0),
        place: places.reduce(lastPlace, null),
      }
    })
}

function placeOf({ position }: TeamLine): Whereabouts | null {
  return position && { how: 'said', place: position.place, at: position.at }
}

/** The last 出发 or 到场 it reported, at the place of that task's incident; a task without incident is named itself. */
function readMoved(db: ReadableDb, team: string): Whereabouts | null {
  const row = db
    .prepare<[string], Moved>(
      `SELECT t.moved, t.moved_at, t.title, i.title AS incident, i.village_name, i.place
       FROM task t LEFT JOIN incident i ON i.id = t.incident
       WHERE t.recipient = ? AND t.moved <> '' ORDER BY t.moved_at DESC LIMIT 1`,
    )
    .get(team)
  if (!row) return null
  const place = `${row.village_name ?? ''}${row.place ?? ''}` || row.incident || row.title
  return { how: row.moved, place, at: row.moved_at }
}
