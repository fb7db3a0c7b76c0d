import { useTranslation } from 'react-i18next'
import type { DrillLine } from '../../../shared/ipc/drill.ts'
import { Button } from '../../components/Button.tsx'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { endWords } from './model.ts'
import './drill.css'

export interface DrillBarViewProps {
  readonly drill: DrillLine
  /** Real matters of this console that need somebody now. */
  readonly realAlarms: number
  readonly now: number
  /** A real call: leaves the drill and opens the intake. */
  onReal(): void
  /** Null with nobody signed in. */
  readonly onManage: (() => void) | null
}

export function DrillBarView({ drill, realAlarms, now, onReal, onManage }: DrillBarViewProps) {
  const { t } = useTranslation('drill')
  return (
    <section className="drill-bar" aria-label={t('bar')}>
      <strong className="drill-word">
        <ShapeIcon shape="diamond" />
        {t('common:mark.drill')}
      </strong>
      <span className="drill-name">{drill.name}</span>
      <span className="drill-quiet">{endWords(drill, now, t)}</span>
      <span className="drill-quiet drill-hint">{t('hint')}</span>
      {realAlarms > 0 ? (
        <strong className="drill-real-alarms" role="alert">
          <ShapeIcon shape="octagon" />
          {t('realAlarms', { count: realAlarms })}
        </strong>
      ) : null}
      <span className="drill-ways">
        {onManage ? (
          <Button size="small" hotkey="Shift+F9" onClick={onManage}>
            {t('manage')}
          </Button>
        ) : null}
        <Button size="small" kind="danger" hotkey="F9" onClick={onReal}>
          {t('realCall')}
        </Button>
      </span>
    </section>
  )
}
