import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import type { Situation, SituationIncident } from '../../../shared/ipc/situation.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { BoardClockView } from '../response/BoardClockView.tsx'
import { StandingTag } from '../response/StandingTag.tsx'
import {
  CountyBlock,
  EvacuationBlock,
  FiguresBlock,
  ForcesBlock,
  HelpBlock,
  LateBlock,
  LifelinesBlock,
} from './blocks.tsx'
import './situation.css'

export interface SituationViewProps {
  readonly incident: SituationIncident
  readonly ringMinutes: Situation['ringMinutes']
  readonly sources: Situation['sources']
  readonly alarms: readonly Alarm[]
  readonly now: number
  /** The whole screen is this page. */
  readonly full: boolean
  onBack(): void
  onBoard(): void
  onFull(): void
}

/** One incident for whoever commands: what, where, how bad, who does what, what is late, what the county knows, what help is asked. */
export function SituationView(props: SituationViewProps) {
  const { incident, now, full } = props
  const { t } = useTranslation('situation')
  const { row, board } = incident
  return (
    <div className="room situation" data-full={full || undefined}>
      <header className="situation-head">
        <div className="situation-what">
          <h1>
            <span className="digits">{row.no}</span> {row.title}
          </h1>
          <p className="situation-where">
            <LevelMark level={row.level} />
            <span>{[row.villageName, row.place].filter(Boolean).join(' ') || t('placeUnknown')}</span>
            {row.typeName ? <span>{row.typeName}</span> : null}
            <span>
              {row.atMs === null ? (
                t('atUnknown')
              ) : (
                <>
                  {t('at')} <BeijingTime ms={row.atMs} format="monthDay" />
                </>
              )}
            </span>
            <span>{t(`sentences:word.phase.${row.phase}`)}</span>
            <StandingTag response={board.response} />
          </p>
        </div>
        <BoardClockView board={{ ...board, sources: props.sources }} now={now} />
        <div className="situation-acts">
          <Button size="small" hotkey="Esc" onClick={props.onBack}>
            {t('all')}
          </Button>
          <Button size="small" hotkey="B" onClick={props.onBoard}>
            {t('board')}
          </Button>
          <Button size="small" hotkey="F" onClick={props.onFull}>
            {full ? t('leaveFull') : t('full')}
          </Button>
        </div>
      </header>
      <FiguresBlock incident={incident} />
      <div className="situation-grid">
        <LateBlock {...props} />
        <ForcesBlock {...props} />
        <CountyBlock incident={incident} />
        <HelpBlock incident={incident} />
        <LifelinesBlock incident={incident} now={now} />
        <EvacuationBlock incident={incident} />
      </div>
    </div>
  )
}
