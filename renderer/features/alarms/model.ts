import type { TFunction } from 'i18next'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import { sayDuration } from '../../components/duration.ts'
import { formatMoment } from '../../components/momentText.ts'

/** amber and red while the clock runs; late: it was done, but after its time. */
export type AlarmMood = 'amber' | 'red' | 'late'

export function moodOf({ stage, stoppedAt }: Pick<Alarm, 'stage' | 'stoppedAt'>): AlarmMood {
  return stoppedAt === null ? stage : 'late'
}

/** What an alarm says, in one sentence. */
export function alarmSentence(alarm: Alarm, now: number, t: TFunction): string {
  const { kind, dueAt, stoppedAt, who, subject } = alarm
  const until = stoppedAt ?? now
  return t(`alarms:sentence.${kind}.${moodOf(alarm)}`, {
    who,
    title: subject.title,
    at: formatMoment(dueAt, now),
    span: sayDuration(Math.abs(until - dueAt), t),
  })
}

/** Reports of the incident whose time has passed. */
export function reportsLate(alarms: readonly Alarm[], incident: string): readonly Alarm[] {
  return alarms.filter(
    ({ kind, stage, stoppedAt, subject }) =>
      kind.startsWith('report.') && subject.id === incident && stage === 'red' && stoppedAt === null,
  )
}

/** Room and thing that the alarm is about. */
export function placeOf({ kind, subject }: Pick<Alarm, 'kind' | 'subject'>): {
  readonly room: string
  readonly target: string
} {
  const [about = ''] = kind.split('.')
  return { room: { task: 'tasks', report: 'incidents', response: 'response' }[about] ?? 'orders', target: subject.id }
}

/** Which sound the alarms call for: the most urgent one decides. */
export type Siren = 'lifeSafety' | 'overdue' | 'soon'

export function sirenOf(alarms: readonly Alarm[]): Siren | null {
  const sounding = alarms.filter((alarm) => alarm.sounding)
  if (sounding.length === 0) return null
  if (
    sounding.some(
      ({ urgency, stage, kind }) => urgency === 'life-safety' && (stage === 'red' || kind === 'order.acknowledge'),
    )
  )
    return 'lifeSafety'
  return sounding.some(({ stage }) => stage === 'red') ? 'overdue' : 'soon'
}
