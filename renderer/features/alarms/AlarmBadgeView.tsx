import { useTranslation } from 'react-i18next'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'

export interface AlarmBadgeViewProps {
  readonly count: number
  /** How many of them want a reason. */
  readonly wantReason: number
  /** How many are red and still run. */
  readonly red: number
  onOpen(): void
}

/** Alarms in the top bar: how many there are, and how they stand. */
export function AlarmBadgeView({ count, wantReason, red, onOpen }: AlarmBadgeViewProps) {
  const { t } = useTranslation('alarms')
  const tone = red > 0 ? 'bad' : count > 0 ? 'warn' : 'mute'
  return (
    <button
      type="button"
      className="top-button alarm-badge"
      data-tone={tone}
      title={wantReason > 0 ? t('badgeReasons', { count: wantReason }) : undefined}
      onClick={onOpen}
    >
      <span className="mark" data-tone={tone}>
        <ShapeIcon shape={red > 0 ? 'octagon' : count > 0 ? 'triangle' : 'ring'} />
        {count > 0 ? t('badge', { count }) : t('badgeNone')}
      </span>
    </button>
  )
}
