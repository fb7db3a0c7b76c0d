import type { RosterCounts } from '../../shared/domain/team/roster/assess.ts'
import type { KnownTeam } from '../../shared/domain/team/roster/groupTeams.ts'
import type { ExistingChoice, MemberPlan, TeamPlan } from '../../shared/domain/team/roster/planTeam.ts'
import { CommandError } from '../commands/commandError.ts'
import { runInWorker } from './runInWorker.ts'

export interface RosterPlanInput {
  /** JSON text of RosterRow[]. */
  readonly rows: string
  readonly existing: ExistingChoice
  readonly known: readonly KnownTeam[]
  readonly villages: readonly { readonly id: string; readonly name: string }[]
}

export interface RosterPlan {
  readonly teams: readonly PlannedTeam[]
  readonly counts: RosterCounts
}

/** What is to be written for one team. */
export interface PlannedTeam extends Pick<TeamPlan, 'set'> {
  /** Id of the registered team; null: a new one. */
  readonly known: string | null
  readonly members: readonly MemberPlan[]
}

const LIMITS = { seconds: 60, megabytes: 512 }

/** Judges the rows once more, against what is registered now, in a worker thread. @throws {CommandError} roster.unreadable */
export async function planRoster(input: RosterPlanInput): Promise<RosterPlan> {
  const plan = await runInWorker<RosterPlan | null>('documents/planRoster.worker.ts', input, LIMITS)
  if (!plan) throw new CommandError('roster.unreadable')
  return plan
}
