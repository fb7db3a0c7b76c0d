import { mergedOf } from '../../../shared/domain/merging.ts'
import { textOf } from '../../../shared/domain/registers.ts'
import { countRivals, fieldsOf, membersOf, positionOf, statusOf } from '../../../shared/domain/team/read.ts'
import type { Team } from '../../../shared/domain/team/team.ts'
import type { TeamLine } from '../../../shared/ipc/teams.ts'
import type { WritableDb } from '../../../shared/node/openDatabase.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'

/** The row of a team in the ledger. */
export function writeTeamLine(db: WritableDb, id: string, state: Team): void {
  const line = teamLineOf(id, state)
  db.prepare(
    `INSERT INTO team_line (team, merged_into, line) VALUES (?, ?, ?)
     ON CONFLICT (team) DO UPDATE SET merged_into = excluded.merged_into, line = excluded.line`,
  ).run(id, line.merged?.id ?? null, JSON.stringify(line))
}

function teamLineOf(id: string, state: Team): Omit<TeamLine, 'tips'> {
  const { status } = state.fields
  return {
    id,
    ...fieldsOf(state),
    members: membersOf(state).length,
    ...statusOf(state),
    position: positionOf(state),
    since: status ? { atMs: hlcMs(status.by.hlc), by: status.by.name } : null,
    merged: mergedOf(state.fields),
    retired: textOf(state.fields, 'retired') || null,
    contested: countRivals(state),
  }
}
