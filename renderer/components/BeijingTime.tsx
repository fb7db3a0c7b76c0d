import { beijingDay, beijingTime } from '../../shared/domain/beijing.ts'
import { formatMoment } from './momentText.ts'

export type TimeFormat = 'time' | 'monthDay' | 'full'

export interface BeijingTimeProps {
  /** Milliseconds since 1970. */
  readonly ms: number
  /** `time` 02:40 · `monthDay` 07-14 02:40 · `full` 2026-07-14 02:40 (default). */
  readonly format?: TimeFormat
  /** ms: the time alone, with its date when that is not of this day. Instead of `format`. */
  readonly now?: number
}

/** An instant in Beijing time whatever the computer's zone; the full date is always in its title. */
export function BeijingTime({ ms, format = 'full', now }: BeijingTimeProps) {
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatBeijing(ms, 'full')}>
      {now === undefined ? formatBeijing(ms, format) : formatMoment(ms, now)}
    </time>
  )
}

export function formatBeijing(ms: number, format: TimeFormat = 'full'): string {
  const [day, time] = [beijingDay(ms), beijingTime(ms)]
  if (format === 'time') return time
  return format === 'monthDay' ? `${day.slice(5)} ${time}` : `${day} ${time}`
}
