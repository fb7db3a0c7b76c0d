import type { TFunction } from 'i18next'
import { lateness } from '../../../shared/domain/task/lateness.ts'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import type { LedgerColumn } from '../../components/ledger/column.ts'
import { compareUrgency, saySpan } from './model.ts'
import { LateMark, TaskStatusTag, UrgencyMark } from './TaskMarks.tsx'

const moment = (ms: number | null) => (ms === null ? null : formatBeijing(ms, 'monthDay'))

/** What is left of the ledger beside an open task. */
const NARROW = ['no', 'status', 'late', 'title', 'recipient', 'dueAt']

/** Columns of the task ledger. What is late is asked of the time `now`. `narrow`: a task is open beside it. */
export function taskColumns(t: TFunction<'tasks'>, now: number, narrow: boolean): readonly LedgerColumn<TaskRow>[] {
  // 李家湾村应急小队 in full, where there is room for it.
  const columns = allColumns(t, now, narrow ? 112 : 142)
  return narrow ? columns.filter(({ key }) => NARROW.includes(key)) : columns
}

function allColumns(t: TFunction<'tasks'>, now: number, recipientWidth: number): readonly LedgerColumn<TaskRow>[] {
  return [
    { key: 'no', title: t('tasks:column.no'), value: ({ no }) => no, width: 100, pinned: true },
    {
      key: 'status',
      title: t('tasks:column.status'),
      value: ({ status }) => t(`tasks:status.${status}`),
      render: ({ status }) => <TaskStatusTag status={status} />,
      width: 112,
    },
    {
      key: 'late',
      title: t('tasks:column.late'),
      value: (row) => saySpan(lateness(row, now), t),
      render: (row) => <LateMark row={row} now={now} />,
      compare: (a, b) => compareUrgency(a, b, now),
      // 超2小时10分未回复收到 in full.
      width: 192,
    },
    {
      key: 'title',
      title: t('tasks:column.title'),
      value: ({ title }) => title,
      render: ({ title, urgency }) => (
        <>
          <UrgencyMark urgency={urgency} short /> {title}
        </>
      ),
    },
    {
      key: 'recipient',
      title: t('tasks:column.recipient'),
      value: ({ recipient }) => recipient.name,
      width: recipientWidth,
    },
    { key: 'dueAt', title: t('tasks:column.dueAt'), value: ({ dueAt }) => moment(dueAt), width: 112 },
    {
      key: 'incident',
      title: t('tasks:column.incident'),
      value: ({ incident }) => (incident ? `${incident.no} ${incident.title}` : null),
      width: 126,
    },
    { key: 'issuedAt', title: t('tasks:column.issuedAt'), value: ({ issuedAt }) => moment(issuedAt), width: 112 },
    { key: 'lastAt', title: t('tasks:column.lastAt'), value: ({ lastAt }) => moment(lastAt), width: 112 },
    { key: 'lastBy', title: t('tasks:column.lastBy'), value: ({ lastBy }) => lastBy, width: 120, hidden: true },
    { key: 'order', title: t('tasks:column.order'), value: ({ order }) => order?.no ?? null, width: 110, hidden: true },
    {
      key: 'urgency',
      title: t('tasks:column.urgency'),
      value: ({ urgency }) => t(`tasks:urgency.${urgency}`),
      width: 120,
      hidden: true,
    },
    {
      key: 'unreported',
      title: t('tasks:column.unreported'),
      value: ({ unreported }) => unreported || null,
      width: 90,
      align: 'end',
      hidden: true,
    },
  ]
}
