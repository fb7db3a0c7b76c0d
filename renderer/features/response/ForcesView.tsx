import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { sayDuration } from '../../components/duration.ts'
import { formatMoment } from '../../components/momentText.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { FORCE_TONES } from './ForceState.tsx'
import type { ForceLine } from './model.ts'
import './forces.css'

export interface ForcesViewProps {
  readonly forces: readonly ForceLine[]
  readonly now: number
  onEta(line: ForceLine): void
  onOpen(task: string): void
}

/** Who was sent, how far they are, and whether they are there within the one-hour ring. */
export function ForcesView({ forces, now, onEta, onOpen }: ForcesViewProps) {
  const { t } = useTranslation('response')
  if (forces.length === 0) return <p className="muted">{t('forces.none')}</p>
  return (
    <ul className="board-forces">
      {forces.map((line) => (
        <li key={line.task.id} data-state={line.state}>
          <div className="board-force-head">
            <strong>{line.task.recipient.name}</strong>
            <StatusTag tone={FORCE_TONES[line.state]}>{t(`forces.state.${line.state}`)}</StatusTag>
            <span className="muted">{t(`tasks:status.${line.task.status}`)}</span>
          </div>
          <div className="board-force-facts">
            <button type="button" className="text-link" onClick={() => onOpen(line.task.id)}>
              {line.task.no} {line.task.title}
            </button>
            {isUnderWay(line) ? (
              <>
                <span>
                  {line.eta
                    ? t(line.eta.arriveAt < now ? 'forces.etaPast' : 'forces.eta', {
                        at: formatMoment(line.eta.arriveAt, now),
                        span: sayDuration(Math.abs(line.eta.arriveAt - now), t),
                      })
                    : t('forces.noEta')}
                </span>
                {line.ringAt === null ? null : <span>{t('forces.ring', { at: formatMoment(line.ringAt, now) })}</span>}
                <Button size="small" kind="quiet" onClick={() => onEta(line)}>
                  {t('forces.giveEta')}
                </Button>
              </>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}

function isUnderWay({ state }: ForceLine): boolean {
  return state === 'missed' || state === 'willMiss' || state === 'unknown' || state === 'inTime'
}
