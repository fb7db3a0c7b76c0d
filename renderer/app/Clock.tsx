import { useTranslation } from 'react-i18next'
import { beijingDay, beijingTime } from '../../shared/domain/beijing.ts'
import { useNow } from '../components/useNow.ts'

/** Beijing date and time, to the minute. */
export function Clock() {
  const now = useNow()
  return <ClockView now={now} />
}

export function ClockView({ now }: { readonly now: number }) {
  const { t } = useTranslation()
  const day = beijingDay(now)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (
    <time className="top-when" dateTime={new Date(now).toISOString()} title={t('top.beijingTime')}>
      <span className="top-date">
        {day}
        <br />
        {t(`weekday.${weekday}`)}
      </span>
      <span className="top-clock">{beijingTime(now)}</span>
    </time>
  )
}
