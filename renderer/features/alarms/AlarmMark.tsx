import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { moodOf } from './model.ts'

/** How an alarm stands, in colour, shape and one word: 将到时, 超时, 已晚; an order that has just come: 新到. */
export function AlarmMark({ alarm }: { readonly alarm: Pick<Alarm, 'kind' | 'stage' | 'stoppedAt'> }) {
  const { t } = useTranslation('alarms')
  const mood = moodOf(alarm)
  if (mood === 'red') return <StatusTag tone="bad">{t('mood.red')}</StatusTag>
  if (mood === 'late') return <StatusTag tone="mute">{t('mood.late')}</StatusTag>
  const word = alarm.kind === 'order.acknowledge' ? 'mood.arrived' : 'mood.amber'
  return <StatusTag tone="warn">{t(word)}</StatusTag>
}
