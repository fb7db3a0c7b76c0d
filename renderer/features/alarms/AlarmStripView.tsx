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
  /** A real alarm over a drill: marked, with a key of its own, so that nobody who practises silences it without having looked. */
  readonly real?: boolean
  onHeard(): void
  onOpen(): void
  /** Null: there is no list of them here. */
  readonly onAll: (() => void) | null
}

/** What sounds, across the whole frame, until somebody says that it was heard. Read aloud at once by screen readers. */
export function AlarmStripView(props: AlarmStripViewProps) {
  const { alarm, more, now, muted, pending, real = false, onHeard, onOpen, onAll } = props
  const { t } = useTranslation('alarms')
  const red = alarm.stage === 'red'
  return (
    <section
      className="alarm-strip"
      data-help="alarms"
      data-stage={alarm.stage}
      role="alert"
      aria-label={t(real ? 'stripReal' : 'strip')}
    >
      {real ? <strong className="alarm-real">{t('real')}</strong> : null}
      <ShapeIcon shape={red ? 'octagon' : 'triangle'} />
      <strong>{t(red ? 'mood.red' : alarm.kind === 'order.acknowledge' ? 'mood.arrived' : 'mood.amber')}</strong>
      {alarm.urgency === 'life-safety' ? <span className="alarm-life">{t('lifeSafety')}</span> : null}
      <span className="alarm-sentence">{alarmSentence(alarm, now, t)}</span>
      {muted ? <span className="alarm-muted">{t('muted')}</span> : null}
      <span className="alarm-buttons">
        {more > 0 && onAll ? (
          <Button size="small" onClick={onAll}>
            {t('more', { count: more })}
          </Button>
        ) : null}
        {more > 0 && !onAll ? <span className="alarm-more">{t('more', { count: more })}</span> : null}
        <Button size="small" onClick={onOpen}>
          {t(real ? 'leaveAndOpen' : 'open')}
        </Button>
        <Button size="small" kind="primary" hotkey={real ? 'Shift+F8' : 'F8'} pending={pending} onClick={onHeard}>
          {t('heard')}
        </Button>
      </span>
    </section>
  )
}
