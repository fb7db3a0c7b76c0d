import { useTranslation } from 'react-i18next'
import { lateness } from '../../../shared/domain/task/lateness.ts'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'
import { formatMoment } from '../../components/momentText.ts'
import { useWalkedList } from '../../components/useWalkedList.ts'
import type { TaskGroup } from './model.ts'
import { TaskMarks, UrgencyMark } from './TaskMarks.tsx'
import './taskBoard.css'

export interface TaskBoardViewProps {
  readonly groups: readonly TaskGroup[]
  readonly now: number
  /** Id of the open task. */
  readonly open: string | null
  /** Says on the cards whom they were given to: needless where that is the heading. */
  readonly showRecipient: boolean
  onOpen(id: string): void
}

/** Tasks at a glance: a column a team (or an incident), the latest task on top. */
export function TaskBoardView({ groups, now, open, showRecipient, onOpen }: TaskBoardViewProps) {
  const { t } = useTranslation('tasks')
  const walked = useWalkedList<HTMLDivElement>()
  return (
    <div className="task-board" {...walked}>
      {groups.map((group) => (
        <section key={group.id} className="task-group" aria-label={group.title}>
          <h2>
            {group.title}
            <span className="muted digits"> {t('board.count', { count: group.rows.length })}</span>
          </h2>
          <ul>
            {group.rows.map((row) => (
              <li key={row.id}>
                <TaskCard row={row} now={now} current={row.id === open} showRecipient={showRecipient} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

export interface TaskCardProps {
  readonly row: TaskRow
  readonly now: number
  readonly current: boolean
  readonly showRecipient: boolean
  onOpen(id: string): void
}

/** One task in a few words; a press opens it. */
export function TaskCard({ row, now, current, showRecipient, onOpen }: TaskCardProps) {
  const { t } = useTranslation('tasks')
  const late = lateness(row, now).late
  return (
    <button
      type="button"
      className="list-card task-card"
      data-late={late === 'overdue' || late === 'unanswered' || late === 'answerSoon' ? late : undefined}
      aria-current={current || undefined}
      onClick={() => onOpen(row.id)}
    >
      <span className="task-card-title">
        <UrgencyMark urgency={row.urgency} /> {row.title}
      </span>
      <TaskMarks row={row} now={now} />
      <span className="muted digits">
        {row.no}
        {showRecipient ? ` · ${row.recipient.name}` : ''}
        {row.dueAt === null ? null : (
          <>
            {' · '}
            <span className="task-card-due">{t('board.due', { at: formatMoment(row.dueAt, now) })}</span>
          </>
        )}
      </span>
    </button>
  )
}
