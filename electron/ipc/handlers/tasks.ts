import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { dispatchChannels } from '../../../shared/ipc/dispatch.ts'
import type { taskChannels } from '../../../shared/ipc/tasks.ts'
import { issueTasks } from '../../commands/task.ts'
import {
  cancelTask,
  correctTask,
  noteTask,
  progressTask,
  reissueTask,
  restoreTask,
  returnTask,
  voidTask,
  voidTaskAct,
} from '../../commands/taskActs.ts'
import { escalateTask, ringForTask } from '../../commands/taskCalls.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readTasks } from '../../store/repositories/tasks.ts'
import { readDispatch } from '../../tasks/readDispatch.ts'
import { readTask } from '../../tasks/readTask.ts'
import { exportSlip, slipOf } from '../../tasks/slip.ts'

export function taskHandlers(desk: DeskContext): HandlersOf<typeof taskChannels & typeof dispatchChannels> {
  return {
    'task.list': ({ filter, limit }) => readTasks(desk.store.db, filter, limit, desk.clockRules.amberFrom),
    'task.detail': ({ id }) => readTask(desk, id),
    'task.dispatch': ({ id }) => readDispatch(desk, id),
    'task.slip': ({ id }) => slipOf(desk, id).slip,
    'task.exportSlip': ({ id, size }) => exportSlip(desk, id, size),
    'task.ring': (args) => ringForTask(desk, args),
    'task.escalate': (args) => escalateTask(desk, args),
    'task.issue': (args) => ({ tasks: issueTasks(desk, args) }),
    'task.progress': (args) => progressTask(desk, args),
    'task.return': (args) => returnTask(desk, args),
    'task.cancel': (args) => cancelTask(desk, args),
    'task.reissue': (args) => reissueTask(desk, args),
    'task.correct': (args) => correctTask(desk, args),
    'task.note': (args) => noteTask(desk, args),
    'task.voidAct': (args) => voidTaskAct(desk, args),
    'task.void': (args) => voidTask(desk, args),
    'task.restore': (args) => restoreTask(desk, args),
  }
}
