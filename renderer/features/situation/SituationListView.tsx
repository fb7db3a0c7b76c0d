import { useTranslation } from 'react-i18next'
import { commanderOf } from '../../../shared/domain/response/readResponse.ts'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import type { Situation, SituationIncident } from '../../../shared/ipc/situation.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { ShapeIcon } from '../../components/ShapeIcon.tsx'
import { useWalkedList } from '../../components/useWalkedList.ts'
import { reportsLate } from '../alarms/model.ts'
import { BoardClockView } from '../response/BoardClockView.tsx'
import { commanderText } from '../response/CommandView.tsx'
import { forceLines, overdueOf } from '../response/model.ts'
import { StandingTag } from '../response/StandingTag.tsx'
import { FiguresBlock } from './blocks.tsx'
import { helpWanted, openTasks } from './model.ts'
import './situation.css'

export interface SituationListViewProps {
  /** Null while it is read for the first time. */
  readonly situation: Situation | null
  readonly alarms: readonly Alarm[]
  readonly now: number
  readonly full: boolean
  onOpen(incident: string): void
  onFull(): void
}

/** All incidents under way, the gravest first; the digits open them. */
export function SituationListView({ situation, alarms, now, full, onOpen, onFull }: SituationListViewProps) {
  const { t } = useTranslation('situation')
  const walked = useWalkedList<HTMLOListElement>('.situation-card-open')
  const incidents = situation?.incidents ?? []
  return (
    <div className="room situation" data-full={full || undefined}>
      <RoomHeader title={t('title')} note={situation ? t('underWay', { count: incidents.length }) : undefined}>
        <Button hotkey="F" onClick={onFull}>
          {full ? t('leaveFull') : t('full')}
        </Button>
      </RoomHeader>
      {situation && incidents.length === 0 ? <EmptyState title={t('empty')} hint={t('emptyHint')} /> : null}
      <ol className="situation-list scroll" {...walked}>
        {incidents.map((incident, index) => (
          <li key={incident.row.id}>
            <IncidentCard
              incident={incident}
              situation={situation}
              digit={index < 9 ? String(index + 1) : ''}
              alarms={alarms}
              now={now}
              onOpen={() => onOpen(incident.row.id)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

interface IncidentCardProps {
  readonly incident: SituationIncident
  readonly situation: Situation | null
  readonly digit: string
  readonly alarms: readonly Alarm[]
  readonly now: number
  onOpen(): void
}

function IncidentCard({ incident, situation, digit, alarms, now, onOpen }: IncidentCardProps) {
  const { t } = useTranslation('situation')
  const { row, board, tasks, county } = incident
  const response = board.response?.state ?? null
  const commander = response && commanderOf(response)
  const forces = forceLines(tasks, response, situation?.ringMinutes ?? null, now)
  const late = overdueOf(board, tasks, forces, reportsLate(alarms, row.id), now).length
  const { requests, asked } = helpWanted(incident)
  return (
    <article className="situation-card" aria-label={`${row.no} ${row.title}`}>
      <header>
        <button type="button" className="situation-card-open" onClick={onOpen}>
          {digit ? <kbd>{digit}</kbd> : null} <span className="digits">{row.no}</span> {row.title}
        </button>
        <BoardClockView
          board={{ ...board, sources: situation?.sources ?? { firstHalfHour: '', ring: '' } }}
          now={now}
        />
      </header>
      <p className="situation-where">
        <LevelMark level={row.level} />
        <span>{[row.villageName, row.place].filter(Boolean).join(' ') || t('placeUnknown')}</span>
        <StandingTag response={board.response} />
        {commander ? <span>{t('commands', { who: commanderText(commander) })}</span> : null}
      </p>
      <FiguresBlock incident={incident} />
      <p className="situation-card-facts">
        <span data-tone={late > 0 ? 'bad' : 'good'}>
          <ShapeIcon shape={late > 0 ? 'octagon' : 'check'} /> {t('late.title', { count: late })}
        </span>
        <span>{t('forces.open', { count: openTasks(tasks).length })}</span>
        <span data-tone={county.waiting > 0 || county.report === null ? 'warn' : undefined}>
          {county.report === null
            ? t('county.noReport')
            : t('county.report', {
                kind: t(`sentences:word.reportKind.${county.report.kind}`),
                ordinal: county.report.ordinal > 0 ? String(county.report.ordinal) : '',
              })}
          {county.waiting > 0 ? ` · ${t('county.waiting', { count: county.waiting })}` : ''}
        </span>
        <span data-tone={requests.length > 0 ? 'warn' : undefined}>
          {t('help.count', { count: requests.length + asked.length })}
        </span>
      </p>
    </article>
  )
}
