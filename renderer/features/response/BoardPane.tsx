import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsOf, labelOf } from '../../../shared/domain/incident/readIncident.ts'
import type { Handover, HelpRequest } from '../../../shared/domain/response/response.ts'
import type { IncidentDetail } from '../../../shared/ipc/incidents.ts'
import type { CardOnBoard, ResponseBoard } from '../../../shared/ipc/response.ts'
import { goTo } from '../../app/route.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useAct } from '../../components/useAct.ts'
import { useNow } from '../../components/useNow.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { walkFromCurrent } from '../../components/walkFocus.ts'
import { useDesk } from '../../useDesk.ts'
import { useAlarms } from '../alarms/Alarms.tsx'
import { EvacuationSummary } from '../evacuation/EvacuationSummary.tsx'
import { boardOf, standingOf } from '../incidents/model.ts'
import { IncidentReports } from '../reports/IncidentReports.tsx'
import { BoardDialog } from './BoardDialog.tsx'
import { actsOf, BoardView } from './BoardView.tsx'
import type { Under } from './boardActs.ts'
import { BOARD_KEYS, type BoardAct } from './boardKeys.ts'
import { firstOpen, languageOf, type StepLine, stepLines } from './model.ts'

const TASKS_AT_ONCE = 500
const STEPS = '.board-step'

export interface BoardPaneProps {
  /** Id of the incident. */
  readonly id: string
  onEvacuation(): void
}

/** The board of one incident, read, kept up to date, acted on by keys. */
export function BoardPane({ id, onEvacuation }: BoardPaneProps) {
  const { t } = useTranslation('response')
  const board = useDesk('response.board', { incident: id }, ['response', 'card', 'incident', 'call'])
  const detail = useDesk('incident.detail', { id }, ['incident', 'call'])
  if (board.data === undefined || detail.data === undefined) return <div className="room" aria-busy="true" />
  if (board.data === null || detail.data === null)
    return <EmptyState title={t('incidents:unknown')} hint={t('incidents:unknownHint')} />
  return <Loaded key={id} board={board.data} detail={detail.data} onEvacuation={onEvacuation} />
}

interface LoadedProps extends Pick<BoardPaneProps, 'onEvacuation'> {
  readonly board: ResponseBoard
  readonly detail: IncidentDetail
}

function Loaded({ board, detail, onEvacuation }: LoadedProps) {
  const { t, i18n } = useTranslation('response')
  const now = useNow(1_000)
  const { state } = detail.incident
  const incident = {
    id: state.id,
    no: labelOf(state).no,
    title: labelOf(state).title,
    level: fieldsOf(state).level,
    open: standingOf(detail) === 'open',
  }
  const filter = { view: 'all', incident: state.id } as const
  const tasks = useDesk('task.list', { filter, limit: TASKS_AT_ONCE }, ['task', 'incident', 'alarm']).data?.rows ?? []
  const alarms = useAlarms().data?.alarms ?? []
  const classification = useDesk('classification.read', null, []).data
  const figures = boardOf(
    detail,
    (classification?.figures ?? []).map(({ key }) => key),
  )
  const outages = useDesk('outage.list', { incident: state.id }, ['outage', 'incident']).data ?? []
  const [under, setUnder] = useState<Under | null>(null)
  const response = board.response?.state ?? null
  const lines = stepLines(board.cards, response, tasks, languageOf(i18n.language))
  const [chosen, setChosen] = useState<string | null>(null)
  const current = lines.some(({ key }) => key === chosen) ? chosen : firstOpen(lines)
  const line = lines.find(({ key }) => key === current)
  const target = { incident: state.id, base: [...(board.response?.tips ?? [])] }
  const mark = useAct('response.markStep')
  const tick = (one: StepLine) => {
    setChosen(one.key)
    if (!incident.open || mark.pending) return
    if (one.settled) setUnder({ step: one, state: 'open' })
    else void mark.run({ ...target, card: one.card, step: one.id, state: 'done', at: Date.now(), by: '' })
  }
  const acts = actsOf(board, incident.open)
  const onStep = (act: (one: StepLine) => void) => (incident.open && line ? () => act(line) : undefined)
  useRoomKeys({
    escape: () => goTo('incidents', state.id),
    h: () => goTo('situation', state.id),
    v: onEvacuation,
    i: () => goTo('incidents', state.id),
    d: onStep((step) => setUnder({ step, state: 'done' })),
    x: onStep((step) => setUnder({ step, state: 'notApplicable' })),
    t: onStep((step) => setUnder({ issue: step })),
    arrowdown: () => walkFromCurrent(STEPS, 1),
    arrowup: () => walkFromCurrent(STEPS, -1),
    enter: onStep((step) => {
      walkFromCurrent(STEPS, 0)
      tick(step)
    }),
    ...Object.fromEntries(acts.map((act) => [BOARD_KEYS[act], () => setUnder({ act })])),
  })
  return (
    <>
      <BoardView
        incident={incident}
        board={board}
        tasks={tasks}
        alarms={alarms}
        figures={figures}
        outages={outages}
        now={now}
        current={current}
        onBack={() => goTo('incidents', state.id)}
        onAct={(act: BoardAct) => setUnder({ act })}
        onSituation={() => goTo('situation', state.id)}
        onEvacuation={onEvacuation}
        panels={
          <>
            <IncidentReports incident={state.id} />
            <Panel title={t('evacuation.title')}>
              <EvacuationSummary incident={state.id} onOpen={onEvacuation} />
            </Panel>
          </>
        }
        onIncident={() => goTo('incidents', state.id)}
        onCurrent={setChosen}
        onTick={tick}
        onEta={(eta) => setUnder({ eta })}
        onTask={(task) => goTo('tasks', task)}
        onAnswerHandover={(handover: Handover) => setUnder({ handover })}
        onAnswerHelp={(help: HelpRequest) => setUnder({ help })}
        onOutage={(outage) => setUnder({ outage })}
        onReview={(card: CardOnBoard) => setUnder({ review: card })}
        onPutAway={(card: CardOnBoard) => setUnder({ putAway: card })}
      />
      {under ? (
        <BoardDialog under={under} board={board} incident={incident} now={now} onDone={() => setUnder(null)} />
      ) : null}
    </>
  )
}
