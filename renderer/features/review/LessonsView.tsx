import { useTranslation } from 'react-i18next'
import type { LessonLine } from '../../../shared/domain/review/page.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'

export interface LessonsViewProps {
  readonly lessons: readonly LessonLine[]
  readonly pending: boolean
  onGive(lesson: string): void
  onWithdraw(lesson: string): void
  onOpenTask(task: string): void
}

/** 经验教训: what happened, what is to change, who, by when; and the task it became. */
export function LessonsView({ lessons, pending, onGive, onWithdraw, onOpenTask }: LessonsViewProps) {
  const { t } = useTranslation('review')
  if (lessons.length === 0) return <p className="muted">{t('noLessons')}</p>
  return (
    <ul className="review-lessons">
      {lessons.map(({ id, happened, change, who, dueAt, by, task, withdrawn }) => (
        <li key={id} data-withdrawn={withdrawn ? true : undefined}>
          <p>
            <span className="muted">{t('happened')}</span> {happened}
          </p>
          <p>
            <span className="muted">{t('change')}</span> <strong>{change}</strong>
          </p>
          <p className="review-lesson-foot">
            <span>{t('whoWhen', { who: who.name, at: formatBeijing(dueAt, 'monthDay') })}</span>
            <span className="muted">{t('enteredBy', { by })}</span>
            {withdrawn ? (
              <StatusTag tone="mute">{t('withdrawn', { by: withdrawn.by, reason: withdrawn.reason })}</StatusTag>
            ) : null}
            {task ? (
              <>
                <StatusTag tone={task.status === 'verified' ? 'good' : 'info'}>
                  {t('taskStands', {
                    no: task.no,
                    status: task.status ? t(`tasks:status.${task.status}`) : t('notHere'),
                  })}
                </StatusTag>
                <Button size="small" onClick={() => onOpenTask(task.id)}>
                  {t('openTask')}
                </Button>
              </>
            ) : null}
            {task || withdrawn ? null : (
              <>
                <Button size="small" kind="primary" pending={pending} onClick={() => onGive(id)}>
                  {t('give')}
                </Button>
                <Button size="small" kind="quiet" onClick={() => onWithdraw(id)}>
                  {t('withdraw')}
                </Button>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
