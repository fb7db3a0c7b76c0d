import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/domain/incident/figureBoard.ts'
import type { Level } from '../../../shared/domain/incident/levels.ts'
import { standingOf } from '../../../shared/domain/response/course.ts'
import type { Handover, HelpRequest } from '../../../shared/domain/response/response.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import type { OutageLine } from '../../../shared/ipc/outages.ts'
import type { CardOnBoard, ResponseBoard } from '../../../shared/ipc/response.ts'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'
import { Panel } from '../../components/Panel.tsx'
import { reportsLate } from '../alarms/model.ts'
import { BoardHead } from './BoardHead.tsx'
import { BOARD_ACTS, type BoardAct } from './boardKeys.ts'
import { CardNotesView } from './CardNotesView.tsx'
import { CommandView } from './CommandView.tsx'
import { FiguresView } from './FiguresView.tsx'
import { ForbiddenView } from './ForbiddenView.tsx'
import { ForcesView } from './ForcesView.tsx'
import { LifelinesView } from './LifelinesView.tsx'
import { type ForceLine, forceLines, languageOf, overdueOf, type StepLine, stepLines, titleOf } from './model.ts'
import { OverdueView } from './OverdueView.tsx'
import { StepsView } from './StepsView.tsx'
import './response.css'

export interface BoardViewProps {
  readonly incident: IncidentRef & { readonly level: Level; readonly open: boolean }
  readonly board: ResponseBoard
  readonly tasks: readonly TaskRow[]
  readonly alarms: readonly Alarm[]
  readonly figures: readonly BoardRow[]
  readonly outages: readonly OutageLine[]
  readonly now: number
  /** Key of the step the keys act on. */
  readonly current: string | null
  /** Evacuation, what was reported: panels of their own. */
  readonly panels?: ReactNode
  onBack(): void
  onAct(act: BoardAct): void
  /** Opens the head's view. */
  onSituation?: (() => void) | undefined
  /** Opens the evacuation list. */
  onEvacuation?: (() => void) | undefined
  onIncident(): void
  onCurrent(key: string): void
  onTick(line: StepLine): void
  onEta(line: ForceLine): void
  onTask(task: string): void
  onAnswerHandover(handover: Handover): void
  onAnswerHelp(help: HelpRequest): void
  onOutage(outage: OutageLine): void
  onReview(card: CardOnBoard): void
  onPutAway(card: CardOnBoard): void
}

/** The first half hour of an incident on one screen. */
export function BoardView(props: BoardViewProps) {
  const { t, i18n } = useTranslation('response')
  const { board, tasks, now } = props
  const response = board.response?.state ?? null
  const lines = stepLines(board.cards, response, tasks, languageOf(i18n.language))
  const forces = forceLines(tasks, response, board.ringMinutes, now)
  const overdue = overdueOf(board, tasks, forces, reportsLate(props.alarms, props.incident.id), now)
  const titles =
    board.cards.length > 1
      ? Object.fromEntries(board.cards.map(({ card }) => [card.id, titleOf(card, i18n.language)]))
      : {}
  return (
    <div className="room board">
      <BoardHead {...props} acts={actsOf(board, props.incident.open)} />
      <div className="split">
        <Panel title={t('steps.title')} actions={<span className="muted key-line">{t('steps.keys')}</span>} fill>
          {board.unreadable.length > 0 ? (
            <p className="board-warning" role="alert">
              {t('card.unreadable', { files: board.unreadable.join(t('common:list.comma')) })}
            </p>
          ) : null}
          <StepsView
            lines={lines}
            current={props.current}
            cardTitles={titles}
            onCurrent={props.onCurrent}
            onTick={props.onTick}
          >
            <ForbiddenView cards={board.cards} />
          </StepsView>
          <CardNotesView cards={board.cards} onReview={props.onReview} onPutAway={props.onPutAway} />
        </Panel>
        <div className="split-column scroll">
          <Panel title={t('overdue.title', { count: overdue.length })}>
            <OverdueView overdue={overdue} now={now} />
          </Panel>
          <Panel title={t('command.title')}>
            <CommandView
              response={response}
              now={now}
              onAnswerHandover={props.onAnswerHandover}
              onAnswerHelp={props.onAnswerHelp}
            />
          </Panel>
          <Panel title={t('forces.title', { count: forces.length })}>
            <ForcesView forces={forces} now={now} onEta={props.onEta} onOpen={props.onTask} />
          </Panel>
          <Panel title={t('incidents:figures.title')}>
            <FiguresView rows={props.figures} />
          </Panel>
          <Panel title={t('lifelines.title', { count: props.outages.filter(({ repair }) => !repair).length })}>
            <LifelinesView outages={props.outages} now={now} onPick={props.onOutage} />
          </Panel>
          {props.panels}
        </div>
      </div>
    </div>
  )
}

/** What can be asked for as things stand. */
export function actsOf({ response }: Pick<ResponseBoard, 'response'>, open: boolean): readonly BoardAct[] {
  if (!open) return []
  const standing = response ? standingOf(response.state.course) : 'none'
  return BOARD_ACTS.filter((act) => {
    if (act === 'start') return standing !== 'running'
    if (act === 'changeLevel' || act === 'handOver' || act === 'end') return standing === 'running'
    return true
  })
}
