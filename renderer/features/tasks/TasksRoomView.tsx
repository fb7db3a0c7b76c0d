import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { lateness } from '../../../shared/domain/task/lateness.ts'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Ledger } from '../../components/ledger/Ledger.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { taskColumns } from './columns.tsx'
import { compareUrgency, groupTasks } from './model.ts'
import { TaskBoardView } from './TaskBoardView.tsx'
import './taskRoom.css'

/** open: something is expected of somebody; active: also what waits for us (核销, 重新下达); all. */
export type TaskScope = 'open' | 'active' | 'all'
export type TaskLayout = 'ledger' | 'recipient' | 'incident'

export interface TasksRoomViewProps {
  /** Null while they are read for the first time. */
  readonly rows: readonly TaskRow[] | null
  /** There are older ones that can be asked for. */
  readonly more: boolean
  readonly now: number
  readonly scope: TaskScope
  readonly layout: TaskLayout
  /** Id of the open task. */
  readonly open: string | null
  /** A step of the open task is being written down: it stays open. */
  readonly writing: boolean
  /** The open task. */
  readonly pane: ReactNode
  onScope(scope: TaskScope): void
  onMore(): void
  onLayout(layout: TaskLayout): void
  onOpen(id: string): void
  onIssue(): void
}

const SCOPES: readonly TaskScope[] = ['open', 'active', 'all']
const LAYOUTS: readonly TaskLayout[] = ['ledger', 'recipient', 'incident']

export function TasksRoomView(props: TasksRoomViewProps) {
  const { rows, more, now, scope, layout, open, writing, pane, onScope, onMore, onLayout, onOpen, onIssue } = props
  const { t } = useTranslation('tasks')
  const narrow = pane !== null
  const columns = useMemo(() => taskColumns(t, now, narrow), [t, now, narrow])
  const sorted = useMemo(() => sortRows(rows ?? [], scope, now), [rows, scope, now])
  const late = rows?.filter((row) => isLate(row, now)).length ?? 0
  return (
    <div className="room">
      <RoomHeader
        title={t('title')}
        note={
          rows ? `${t('count', { count: rows.length })}${late > 0 ? t('countLate', { count: late }) : ''}` : undefined
        }
      >
        <SegmentedChoice
          label={t('scope.title')}
          value={scope}
          options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChange={onScope}
        />
        <SegmentedChoice
          label={t('layout.title')}
          value={layout}
          options={LAYOUTS.map((value) => ({ value, label: t(`layout.${value}`) }))}
          onChange={onLayout}
        />
        <Button kind="primary" hotkey="N" onClick={onIssue}>
          {t('issue.title')}
        </Button>
      </RoomHeader>
      <div className="task-room" data-pane={pane ? true : undefined}>
        <div className="task-list">
          {rows ? (
            layout === 'ledger' ? (
              <Ledger
                id={narrow ? 'tasksBeside' : 'tasks'}
                title={t('title')}
                columns={columns}
                rows={sorted}
                rowId={({ id }) => id}
                rowTone={(row) => toneOfRow(row, now)}
                tools={
                  more ? (
                    <Button size="small" onClick={onMore}>
                      {t('showMore')}
                    </Button>
                  ) : null
                }
                empty={t(`empty.${scope}`)}
                at={open}
                onOpen={({ id }) => onOpen(id)}
                // The digits are for the open task: it is the one under the cursor, but for one that is being written about.
                {...(pane && !writing ? { onWalk: ({ id }: TaskRow) => onOpen(id) } : {})}
              />
            ) : rows.length === 0 ? (
              <EmptyState title={t(`empty.${scope}`)} hint={t('emptyHint')} />
            ) : (
              <TaskBoardView
                groups={groupTasks(rows, layout, now, t('board.noIncident'))}
                now={now}
                open={open}
                showRecipient={layout === 'incident'}
                onOpen={onOpen}
              />
            )
          ) : null}
        </div>
        {pane}
      </div>
    </div>
  )
}

/** What needs attention comes first, except where all are looked up. */
function sortRows(rows: readonly TaskRow[], scope: TaskScope, now: number): readonly TaskRow[] {
  return scope === 'all' ? rows : rows.toSorted((a, b) => compareUrgency(a, b, now))
}

function isLate(row: TaskRow, now: number): boolean {
  const { late } = lateness(row, now)
  return late === 'overdue' || late === 'unanswered'
}

function toneOfRow(row: TaskRow, now: number): 'normal' | 'quiet' | 'void' | 'alarm' {
  if (row.voided) return 'void'
  if (isLate(row, now)) return 'alarm'
  return row.status === 'verified' || row.status === 'cancelled' ? 'quiet' : 'normal'
}
