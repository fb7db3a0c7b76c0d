import { useTranslation } from 'react-i18next'
import { sayDuration } from '../../components/duration.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { alarmSentence } from '../alarms/model.ts'
import type { Overdue } from './model.ts'
import './forces.css'

/** What is late, the worst first. */
export function OverdueView({ overdue, now }: { readonly overdue: readonly Overdue[]; readonly now: number }) {
  const { t } = useTranslation('response')
  if (overdue.length === 0)
    return (
      <p className="board-nothing-late">
        <ShapeIcon shape="check" /> {t('overdue.none')}
      </p>
    )
  return (
    <ul className="board-overdue">
      {overdue.map((one) => {
        if (one.what === 'report')
          return (
            <li key={one.alarm.id}>
              <ShapeIcon shape="octagon" /> {alarmSentence(one.alarm, now, t)}
            </li>
          )
        const span = sayDuration(one.byMs, t)
        if (one.what === 'firstHalfHour')
          return (
            <li key="firstHalfHour">
              <ShapeIcon shape="octagon" /> {t('overdue.firstHalfHour', { span })}
            </li>
          )
        const { task } = one
        const words = { span, who: task.recipient.name, title: task.title }
        return (
          <li key={`${one.what}/${task.id}`}>
            <ShapeIcon shape="octagon" />{' '}
            {one.what === 'ring' ? t('overdue.ring', words) : t(`overdue.${one.late}`, words)}
          </li>
        )
      })}
    </ul>
  )
}
