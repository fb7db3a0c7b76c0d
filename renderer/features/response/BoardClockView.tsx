import { useTranslation } from 'react-i18next'
import type { ResponseBoard } from '../../../shared/ipc/response.ts'
import { formatMoment } from '../../components/momentText.ts'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { boardClock, clockText } from './model.ts'
import './clock.css'

export interface BoardClockViewProps {
  readonly board: Pick<ResponseBoard, 'response' | 'receivedAt' | 'sources'>
  readonly now: number
}

/** The running clock: how long since the call, and what of the half hour is left. */
export function BoardClockView({ board, now }: BoardClockViewProps) {
  const { t } = useTranslation('response')
  const clock = boardClock(board, now)
  return (
    <div
      className="board-clock"
      data-tone={clock.tone}
      role="timer"
      aria-label={t('clock.label')}
      title={t('clock.source', { source: board.sources.firstHalfHour })}
    >
      <ShapeIcon
        shape={
          clock.tone === 'red'
            ? 'octagon'
            : clock.tone === 'amber'
              ? 'triangle'
              : clock.tone === 'done'
                ? 'check'
                : 'dot'
        }
      />
      <span className="board-clock-digits digits">{clockText(clock.ms)}</span>
      <span className="board-clock-words">
        <span>{t(`clock.since.${clock.tone === 'over' ? 'over' : 'running'}`)}</span>
        <span>
          {clock.stoppedAt !== null
            ? t(clock.tone === 'over' ? 'clock.ended' : 'clock.settled', { at: formatMoment(clock.stoppedAt, now) })
            : clock.dueAt === null
              ? t('clock.notStarted')
              : clock.tone === 'red'
                ? t('clock.late', { span: clockText(now - clock.dueAt) })
                : t('clock.left', { span: clockText(clock.dueAt - now) })}
        </span>
      </span>
    </div>
  )
}
