import { callOrder } from '../../shared/domain/task/callOrder.ts'
import {
  callingNow,
  type EscalationFacts,
  type Proposal,
  proposeNext,
  type StandIn,
} from '../../shared/domain/task/escalation.ts'
import type { Callee } from '../../shared/domain/task/rings.ts'
import type { Task } from '../../shared/domain/task/task.ts'
import { taskValues } from '../../shared/domain/task/values.ts'
import type { DeskContext } from '../deskContext.ts'
import { readCallBook } from '../store/repositories/callBook.ts'
import { readSurvivors } from '../store/repositories/merged.ts'
import { readTeamLoads } from '../store/repositories/teamLoad.ts'
import { readActiveTeams } from '../store/repositories/teams.ts'
import { readDispatchWords } from './dispatchWords.ts'

/** Whom to ring for a task, who is being rung now, and who is proposed when nobody answers. */
export interface Calling {
  readonly calls: readonly Callee[]
  readonly now: Callee | null
  readonly proposal: Proposal | null
}

export function callingOf(
  { store: { db }, clockRules, now }: Pick<DeskContext, 'store' | 'clockRules' | 'now'>,
  task: Task,
): Calling {
  const { to, acknowledge } = taskValues(task)
  const numbers = task.drill ? withoutNumber : (callee: Callee) => callee
  const calls = to ? callOrder(to, readCallBook(db, to)).map(numbers) : []
  const { rings, escalations, round } = task
  const teams = readStandIns(db).map((one) => ({ ...one, callee: one.callee && numbers(one.callee) }))
  // A duplicate stands for the team it was merged into.
  const standsFor = readSurvivors(db, 'team').of
  const facts: EscalationFacts = {
    calls,
    rings,
    escalations,
    round,
    waiting: task.status === 'issued' && task.answeredAt === null && task.voided === null,
    acknowledgeBy: acknowledge?.dueAt ?? null,
    mostFailed: clockRules.citation('task.escalate.rings')?.value ?? null,
    team: to?.kind === 'team' ? (teams.find(({ id }) => id === standsFor(to.id)) ?? null) : null,
    others: teams,
    askedTeams: task.acts.flatMap(({ recipient }) => (recipient?.kind === 'team' ? standsFor(recipient.id) : [])),
  }
  return { calls, now: callingNow(facts), proposal: proposeNext(facts, now()) }
}

/**
 * A drill rings nobody by accident: whom to ring stands there by name, and what stands for the number tells them apart as the number
 * would.
 */
function withoutNumber(callee: Callee): Callee {
  return { ...callee, phone: `${readDispatchWords().drill}·${callee.name}` }
}

function readStandIns(db: DeskContext['store']['db']): readonly StandIn[] {
  const loads = new Map(readTeamLoads(db).map(({ id, open }) => [id, open]))
  return readActiveTeams(db).map(({ id, name, kind, skills, state, leader, phone }) => {
    const [callee = null] = callOrder({ kind: 'team', id, name }, { leader, dutyPhone: phone, members: [] })
    return { id, name, kind, skills, state, open: loads.get(id) ?? 0, callee }
  })
}
