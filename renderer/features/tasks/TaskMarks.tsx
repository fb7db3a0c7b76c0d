import { useTranslation } from 'react-i18next'
import { lateness } from '../../../shared/domain/task/lateness.ts'
import type { TaskStatus } from '../../../shared/domain/task/steps.ts'
import type { Urgency } from '../../../shared/domain/urgency.ts'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { saySpan, toneOfLate, toneOfStatus } from './model.ts'
import './taskBoard.css'

export function TaskStatusTag({ status }: { readonly status: TaskStatus }) {
  const { t } = useTranslation('tasks')
  return <StatusTag tone={toneOfStatus(status)}>{t(`status.${status}`)}</StatusTag>
}

/** What a task is late with; nothing when it is not. */
export function LateMark({ row, now }: { readonly row: TaskRow; readonly now: number }) {
  const { t } = useTranslation('tasks')
  const late = lateness(row, now)
  const words = saySpan(late, t)
  if (words === null) return null
  return <StatusTag tone={toneOfLate(late)}>{words}</StatusTag>
}

export interface UrgencyMarkProps {
  readonly urgency: Urgency
  /** Only the shape, with the word for those who point at it or listen: for a narrow cell. */
  readonly short?: boolean
}

/** 涉及生命安全; nothing for what is ordinary. */
export function UrgencyMark({ urgency, short = false }: UrgencyMarkProps) {
  const { t } = useTranslation('tasks')
  if (urgency === 'ordinary') return null
  if (short)
    return (
      <span className="mark task-urgent" data-tone="bad" title={t('urgency.life-safety')}>
        <ShapeIcon shape="diamond" />
        <span className="hidden-visually">{t('urgency.life-safety')}</span>
      </span>
    )
  return (
    <StatusTag tone="bad" shape="diamond">
      {t('urgency.life-safety')}
    </StatusTag>
  )
}

/** Status, what it is late with, and what is odd about it: void, not arrived, steps not reported, acts without effect. */
export function TaskMarks({ row, now }: { readonly row: TaskRow; readonly now: number }) {
  const { t } = useTranslation('tasks')
  return (
    <span className="task-marks">
      <TaskStatusTag status={row.status} />
      <LateMark row={row} now={now} />
      {row.voided ? <StatusTag tone="mute">{t('common:mark.voided')}</StatusTag> : null}
      {row.known ? null : <StatusTag tone="mute">{t('mark.unknown')}</StatusTag>}
      {row.status === 'issued' && row.callsFailed > 0 ? (
        <StatusTag tone="warn">{t('mark.callsFailed', { count: row.callsFailed })}</StatusTag>
      ) : null}
      {row.selfVerified ? <StatusTag tone="warn">{t('mark.selfVerified')}</StatusTag> : null}
      {row.unreported > 0 ? <StatusTag tone="mute">{t('mark.unreported', { count: row.unreported })}</StatusTag> : null}
      {row.ineffective > 0 ? <StatusTag tone="mute">{t('common:mark.ineffective')}</StatusTag> : null}
    </span>
  )
}
