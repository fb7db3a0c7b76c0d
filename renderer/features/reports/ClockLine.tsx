import { useTranslation } from 'react-i18next'
import type { ReportClockLine } from '../../../shared/ipc/reports.ts'
import { sayDuration } from '../../components/duration.ts'
import { formatMoment } from '../../components/momentText.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { CLOCK_TONES, moodOf } from './model.ts'

interface ClockLineProps {
  readonly line: ReportClockLine
  readonly now: number
}

/** One clock: what is due, until when, how much is left, and which rule says so. */
export function ClockLine({ line, now }: ClockLineProps) {
  const { t } = useTranslation('reports')
  const mood = moodOf(line, now)
  const span = sayDuration(Math.abs((line.stoppedAt ?? now) - line.dueAt), t)
  const { rule } = line
  return (
    <li className="report-clock" data-mood={mood}>
      <StatusTag tone={CLOCK_TONES[mood]}>{t(`clock.${line.clock}`)}</StatusTag>
      <span className="digits">{t(`clockMood.${mood}`, { at: formatMoment(line.dueAt, now), span })}</span>
      {line.explained ? <span className="muted">{t('explained')}</span> : null}
      {rule ? (
        <span className="muted report-rule" title={rule.source.article}>
          {t('rule', { document: rule.source.document })}
        </span>
      ) : null}
    </li>
  )
}
