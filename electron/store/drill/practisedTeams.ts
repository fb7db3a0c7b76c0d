import { readEvent } from '../../../shared/domain/kinds.ts'
import type { TeamLine } from '../../../shared/ipc/teams.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import type { SealedEvent } from '../../../shared/protocol/envelope.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'

/**
 * What was practised with a team, laid over its real line: a team's register is true in both worlds, what it does in a drill is not.
 * For the drill's own connection, where it stands before the table of the same name.
 */
export const PRACTISED_TEAMS = `
CREATE TEMP TABLE practised_team (
  team TEXT NOT NULL,
  what TEXT NOT NULL,               -- status, position
  hlc TEXT NOT NULL,
  patch TEXT NOT NULL,              -- JSON: members of TeamLine
  PRIMARY KEY (team, what)
) STRICT, WITHOUT ROWID;
CREATE TEMP VIEW team_line AS
  SELECT t.team, t.merged_into,
    json_patch(json_patch(t.line, coalesce(s.patch, '{}')), coalesce(p.patch, '{}')) AS line
  FROM main.team_line t
  LEFT JOIN practised_team s ON s.team = t.team AND s.what = 'status'
  LEFT JOIN practised_team p ON p.team = t.team AND p.what = 'position';
`

/** Takes in an event of the drill. The latest word by the clock counts, in whatever order they arrive; other kinds change nothing. */
export function practiseTeam(db: WritableDb, sealed: SealedEvent): void {
  const event = readEvent(sealed)
  if (event?.kind === 'team.stateChanged') {
    const { state, reason } = event.body
    const since = { atMs: hlcMs(event.hlc), by: event.author?.name ?? '' }
    lay(db, event, 'status', { state, reason, since })
  } else if (event?.kind === 'team.located') {
    const { place, at } = event.body
    lay(db, event, 'position', { position: { place, at } })
  }
}

function lay(
  db: WritableDb,
  { entity, hlc, version }: { readonly entity: string; readonly hlc: string; readonly version: string },
  what: 'status' | 'position',
  patch: Partial<TeamLine>,
): void {
  db.prepare(
    `INSERT INTO practised_team (team, what, hlc, patch) VALUES (?, ?, ?, ?)
     ON CONFLICT (team, what) DO UPDATE SET hlc = excluded.hlc, patch = excluded.patch WHERE excluded.hlc > practised_team.hlc`,
  ).run(entity, what, `${hlc}${version}`, JSON.stringify(patch))
}
