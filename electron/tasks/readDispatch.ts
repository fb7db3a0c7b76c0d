import { scriptOf } from '../../shared/domain/task/script.ts'
import type { TaskDispatch } from '../../shared/ipc/dispatch.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readDispatchWords } from './dispatchWords.ts'
import { callingOf } from './escalation.ts'
import { scriptFactsOf } from './scriptFacts.ts'

/** All that stands before an officer who gives a task by telephone; null when nothing of the task has arrived. */
export function readDispatch(desk: DeskContext, id: string): TaskDispatch | null {
  const found = readState(desk.store.db, 'task', id)
  if (!found) return null
  const { state: task, tips } = found
  const { calls, now: calling, proposal } = callingOf(desk, task)
  const rule = desk.clockRules.citation('task.escalate.rings')
  return {
    tips,
    script: scriptOf(scriptFactsOf(desk, task, task.drill), readDispatchWords()),
    calls,
    calling,
    rings: task.rings.filter((ring) => ring.round === task.round),
    answered: task.answeredAt !== null || task.status !== 'issued',
    mostFailed: rule?.value ?? null,
    source: rule ? desk.clockRules.sourceOf('task.escalate.rings') : '',
    proposal,
  }
}
