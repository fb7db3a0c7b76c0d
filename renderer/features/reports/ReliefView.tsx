import { useTranslation } from 'react-i18next'
import { RELIEF_CONDITIONS, type ReliefCondition } from '../../../shared/domain/report/events.ts'
import type { Relief } from '../../../shared/domain/report/reporting.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'

export interface ReliefViewProps {
  readonly relief: Relief
  onReach(condition: ReliefCondition): void
  onUndo(condition: ReliefCondition): void
}

/** The four conditions that end the ten hours of relief: each pressed when it is there. */
export function ReliefView({ relief, onReach, onUndo }: ReliefViewProps) {
  const { t } = useTranslation('reports')
  return (
    <ul className="report-relief" aria-label={t('relief.title')}>
      {RELIEF_CONDITIONS.map((condition) => {
        const reached = relief.reached[condition]
        const name = t(`relief.${condition}`)
        return (
          <li key={condition}>
            {reached ? (
              <>
                <StatusTag tone="good">{name}</StatusTag>
                <BeijingTime ms={reached.at} format="monthDay" />
                <Button
                  size="small"
                  kind="quiet"
                  label={t('relief.undoOf', { condition: name })}
                  onClick={() => onUndo(condition)}
                >
                  {t('relief.undo')}
                </Button>
              </>
            ) : (
              <Button size="small" onClick={() => onReach(condition)}>
                {name}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
