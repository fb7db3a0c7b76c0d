import { parentPort, workerData } from 'node:worker_threads'
import kinds from '../../resources/classification/teamKinds.json' with { type: 'json' }
import words from '../../resources/import/teamColumns.json' with { type: 'json' }
import { assessRoster } from '../../shared/domain/team/roster/assess.ts'
import type { RosterRow } from '../../shared/domain/team/roster/rows.ts'
import { rosterRowsText } from '../../shared/ipc/roster.ts'
import type { RosterPlan, RosterPlanInput } from './planRoster.ts'

function plan({ rows, ...context }: RosterPlanInput): RosterPlan | null {
  const parsed = readRows(rows)
  if (!parsed) return null
  const { teams, counts } = assessRoster(parsed, [], { ...context, kinds: kinds.kinds, leaderPosts: words.leaderPosts })
  const planned = teams.map(({ known, set, members }) => ({ known: known?.id ?? null, set, members }))
  return { teams: planned, counts }
}

function readRows(text: string): readonly RosterRow[] | null {
  try {
    const read = rosterRowsText.safeParse(JSON.parse(text))
    // Parsed from JSON it has no undefined members, which the type of a partial record cannot say.
    return read.success ? (read.data as readonly RosterRow[]) : null
  } catch {
    return null
  }
}

parentPort?.postMessage(plan(workerData as RosterPlanInput))
