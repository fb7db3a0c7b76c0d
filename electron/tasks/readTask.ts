import { taskValues } from '../../shared/domain/task/values.ts'
import type { TaskDetail } from '../../shared/ipc/tasks.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readDoers } from '../store/repositories/callBook.ts'
import { readTaskDetail } from '../store/repositories/tasks.ts'
import { verifyingOf } from './verifiers.ts'

/** One task with who may check it; null when nothing of it has arrived. */
export function readTask(desk: DeskContext, id: string): TaskDetail | null {
  const { db } = desk.store
  const detail = readTaskDetail(db, id, desk.clockRules.amberFrom)
  const task = readState(db, 'task', id)?.state
  if (!detail || !task) return null
  const verified = detail.acts.findLast(({ act, effect }) => act === 'verified' && effect !== 'none')
  const doers = verified ? readDoers(db, taskValues(task).to) : []
  const by = verified?.consent?.person.name ?? verified?.by ?? ''
  const verifiedByDoer = verified !== undefined && (verified.selfVerified || doers.includes(by))
  return { ...detail, verifying: verifyingOf(desk, task), verifiedByDoer }
}
