import { useState } from 'react'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import { goTo } from '../../app/route.ts'
import { useNow } from '../../components/useNow.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { IncidentTasksView } from './IncidentTasksView.tsx'
import { IssueTask } from './IssueTask.tsx'

export interface IncidentTasksProps {
  readonly incident: IncidentRef
}

/** The tasks of one incident, with the way to give another: a panel for the incident's own page. */
export function IncidentTasks({ incident }: IncidentTasksProps) {
  const now = useNow()
  const [issuing, setIssuing] = useState(false)
  const filter = { view: 'all', incident: incident.id } as const
  const { data, dataUpdatedAt } = useDesk('task.list', { filter, limit: 500 }, ['task', 'incident', 'alarm'])
  useRoomKeys({ d: () => setIssuing(true) })
  return (
    <>
      <IncidentTasksView
        rows={data?.rows ?? null}
        now={Math.max(now, dataUpdatedAt)}
        onOpen={(id) => goTo('tasks', id)}
        onIssue={() => setIssuing(true)}
      />
      {issuing ? <IssueTask context={{ incident }} onClose={() => setIssuing(false)} /> : null}
    </>
  )
}
