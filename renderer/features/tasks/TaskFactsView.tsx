import { useTranslation } from 'react-i18next'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { formatMoment } from '../../components/momentText.ts'

export interface TaskFactsViewProps {
  readonly task: Pick<TaskDetail, 'row' | 'values'>
  readonly now: number
  onIncident(id: string): void
  onOrder(id: string): void
}

/** What was said when the task was given. What nobody said is left out. */
export function TaskFactsView({ task: { row, values }, now, onIncident, onOrder }: TaskFactsViewProps) {
  const { t } = useTranslation('tasks')
  const { incident, order } = row
  return (
    <dl className="task-facts">
      <dt>{t('field.to')}</dt>
      <dd>
        {row.recipient.name} {values.to?.phone ? <span className="digits">{values.to.phone}</span> : null}
      </dd>
      <dt>{t('field.issued')}</dt>
      <dd>
        <span className="digits">{formatMoment(row.issuedAt, now)}</span>
        {values.means ? ` ${t(`means.${values.means}`)}` : ''}
        {values.authority ? ` · ${t('byAuthority', { name: values.authority })}` : ''}
      </dd>
      <dt>{t('field.dueAt')}</dt>
      <dd className="digits">{row.dueAt === null ? t('noDue') : formatMoment(row.dueAt, now)}</dd>
      {values.detail ? (
        <>
          <dt>{t('field.detail')}</dt>
          <dd className="task-detail-text">{values.detail}</dd>
        </>
      ) : null}
      {incident ? (
        <>
          <dt>{t('field.incident')}</dt>
          <dd>
            <button type="button" className="link" onClick={() => onIncident(incident.id)}>
              {incident.no} {incident.title}
            </button>
          </dd>
        </>
      ) : null}
      {order ? (
        <>
          <dt>{t('field.order')}</dt>
          <dd>
            <button type="button" className="link" onClick={() => onOrder(order.id)}>
              {order.no}
            </button>
          </dd>
        </>
      ) : null}
    </dl>
  )
}
