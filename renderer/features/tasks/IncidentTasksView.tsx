import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'
import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import { compareUrgency } from './model.ts'
import { TaskCard } from './TaskBoardView.tsx'
import './taskBoard.css'

export interface IncidentTasksViewProps {
  /** Null while they are read for the first time. */
  readonly rows: readonly TaskRow[] | null
  readonly now: number
  onOpen(id: string): void
  onIssue(): void
}

export function IncidentTasksView({ rows, now, onOpen, onIssue }: IncidentTasksViewProps) {
  const { t } = useTranslation('tasks')
  const open = rows?.filter((row) => row.open).length ?? 0
  return (
    <Panel
      title={rows && rows.length > 0 ? t('ofIncident', { open, count: rows.length }) : t('title')}
      actions={
        <Button size="small" hotkey="D" onClick={onIssue}>
          {t('issue.title')}
        </Button>
      }
    >
      {rows?.length === 0 ? <p className="muted">{t('empty.incident')}</p> : null}
      <ul className="task-stack">
        {[...(rows ?? [])]
          .sort((a, b) => Number(b.open) - Number(a.open) || compareUrgency(a, b, now))
          .map((row) => (
            <li key={row.id}>
              <TaskCard row={row} now={now} current={false} showRecipient onOpen={onOpen} />
            </li>
          ))}
      </ul>
    </Panel>
  )
}
