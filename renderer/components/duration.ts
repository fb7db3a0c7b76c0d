import type { TFunction } from 'i18next'

const MINUTE_MS = 60_000

/** A stretch of time in words, to the minute: 不到1分钟, 12分钟, 1小时5分, 2天3小时. */
export function sayDuration(ms: number, t: TFunction): string {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS)
  if (minutes < 1) return t('common:duration.underMinute')
  if (minutes < 60) return t('common:duration.minutes', { minutes })
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours < 24)
    return rest === 0
      ? t('common:duration.hours', { hours })
      : t('common:duration.hoursMinutes', { hours, minutes: rest })
  const days = Math.floor(hours / 24)
  return t('common:duration.daysHours', { days, hours: hours % 24 })
}
