import type { HandlersOf } from '../../../shared/ipc/contract.ts'
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
} from '../../commands/taskActs.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readTaskDetail, readTasks } from '../../store/repositories/tasks.ts'

export function taskHandlers(desk: DeskContext): HandlersOf<typeof taskChannels> {
  return {
    'task.list': ({ filter, limit }) => readTasks(desk.store.db, filter, limit, desk.clockRules.amberFrom),
    'task.detail': ({ id }) => readTaskDetail(desk.store.db, id, desk.clockRules.amberFrom),
    'task.issue': (args) => ({ tasks: issueTasks(desk, args) }),
    'task.progress': (args) => progressTask(desk, args),
    'task.return': (args) => returnTask(desk, args),
    'task.cancel': (args) => cancelTask(desk, args),
    'task.reissue': (args) => reissueTask(desk, args),
    'task.correct': (args) => correctTask(desk, args),
    'task.note': (args) => noteTask(desk, args),
    'task.void': (args) => voidTask(desk, args),
    'task.restore': (args) => restoreTask(desk, args),
  }
}
