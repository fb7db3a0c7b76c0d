import type { Desk } from '../../electron/desk.ts'
import type { ArgsOf, ResultOf } from '../../shared/ipc/contract.ts'
import { ask } from './ask.ts'
import type { TestClock } from './clock.ts'

/** Gives 应急分队 a task by telephone, at the desk as the page would; what is given replaces its parts. */
export function issueTask(
  desk: Desk,
  clock: Pick<TestClock, 'now'>,
  more: Partial<ArgsOf<'task.issue'>> = {},
): ResultOf<'task.issue'>['tasks'][number] {
  const { tasks } = ask(desk, 'task.issue', {
    title: '转移二组',
    detail: '',
    to: [{ kind: 'team', id: 'team-1', name: '应急分队' }],
    at: clock.now(),
    means: 'phone',
    dueAt: null,
    urgency: 'ordinary',
    ...more,
  })
  const [task] = tasks
  if (!task) throw new Error('no task was given')
  return task
}
