import { useState } from 'react'
import { goTo, useRoute } from '../../app/route.ts'
import { useNow } from '../../components/useNow.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { IssueTask } from './IssueTask.tsx'
import { TaskPane } from './TaskPane.tsx'
import { type TaskLayout, type TaskScope, TasksRoomView } from './TasksRoomView.tsx'

/** So many are listed at once; older ones when they are asked for. */
const ROWS_AT_ONCE = 2_000
const MOST_ROWS = 20_000

/** The room of tasks: ledger or board, one task beside it, N gives a new one. */
export function TasksRoom() {
  const { room, target } = useRoute()
  const open = room === 'tasks' ? target : null
  const now = useNow()
  const [scope, setScope] = useState<TaskScope>('active')
  const [layout, setLayout] = useState<TaskLayout>('ledger')
  const [limit, setLimit] = useState(ROWS_AT_ONCE)
  const [writing, setWriting] = useState(false)
  const [issuing, setIssuing] = useState(false)
  const list = useDesk('task.list', { filter: { view: scope }, limit }, ['task', 'alarm'])
  useRoomKeys({ n: () => setIssuing(true) })
  return (
    <>
      <TasksRoomView
        rows={list.data?.rows ?? null}
        more={(list.data?.more ?? false) && limit < MOST_ROWS}
        now={Math.max(now, list.dataUpdatedAt)}
        scope={scope}
        layout={layout}
        open={open}
        writing={writing}
        pane={open ? <TaskPane id={open} onClose={() => goTo('tasks')} onWriting={setWriting} /> : null}
        onScope={setScope}
        onMore={() => setLimit((old) => Math.min(old + ROWS_AT_ONCE, MOST_ROWS))}
        onLayout={setLayout}
        onOpen={(id) => goTo('tasks', id)}
        onIssue={() => setIssuing(true)}
      />
      {issuing ? (
        <IssueTask
          context={{}}
          onClose={([first]) => {
            setIssuing(false)
            if (first) goTo('tasks', first)
          }}
        />
      ) : null}
    </>
  )
}
