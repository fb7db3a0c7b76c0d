import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import { Button } from '../../components/Button.tsx'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { alarmSentence } from './model.ts'

export interface AlarmStripViewProps {
  /** The sounding alarm that comes first. */
  readonly alarm: Alarm
  /** How many more sound behind it. */
  readonly more: number
  readonly now: number
  /** The browser holds the sound back. */
  readonly muted: boolean
  readonly pending: boolean
  onHeard(): void
  onOpen(): void
  onAll(): void
}

/** What sounds, across the whole frame, until somebody says that it was heard. Read aloud at once by screen readers. */
export function AlarmStripView({ alarm, more, now, muted, pending, onHeard, onOpen, onAll }: AlarmStripViewProps) {
  const { t } = useTranslation('alarms')
  const red = alarm.stage === 'red'
  return (
    <section className="alarm-strip" data-help="alarms" data-stage={alarm.stage} role="alert" aria-label={t('strip')}>
      <ShapeIcon shape={red ? 'octagon' : 'triangle'} />
      <strong>{t(red ? 'mood.red' : alarm.kind === 'order.acknowledge' ? 'mood.arrived' : 'mood.amber')}</strong>
      {alarm.urgency === 'life-safety' ? <span className="alarm-life">{t('lifeSafety')}</span> : null}
      <span className="alarm-sentence">{alarmSentence(alarm, now, t)}</span>
      {muted ? <span className="alarm-muted">{t('muted')}</span> : null}
      <span className="alarm-buttons">
        {more > 0 ? (
          <Button size="small" onClick={onAll}>
            {t('more', { count: more })}
          </Button>
        ) : null}
        <Button size="small" onClick={onOpen}>
          {t('open')}
        </Button>
        <Button size="small" kind="primary" hotkey="F8" pending={pending} onClick={onHeard}>
          {t('heard')}
        </Button>
      </span>
    </section>
  )
}
