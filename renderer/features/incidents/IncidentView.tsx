import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Phase } from '../../../shared/domain/incident/course.ts'
import type { Adopted } from '../../../shared/domain/incident/figureBoard.ts'
import type { Transfer } from '../../../shared/domain/incident/incident.ts'
import { fieldsOf, labelOf, refOf } from '../../../shared/domain/incident/readIncident.ts'
import type { IncidentDetail, TimelineLine } from '../../../shared/ipc/incidents.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { Button } from '../../components/Button.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import type { IntakeLists } from '../intake/model.ts'
import { type CallAct, CallsView } from './CallsView.tsx'
import { ContestView } from './ContestView.tsx'
import { CourseView } from './CourseView.tsx'
import { FactsView } from './FactsView.tsx'
import { FigureBoardView } from './FigureBoardView.tsx'
import { ACT_KEYS, type Act, actsOf, boardOf, type CallView, callViewOf, contestsOf, standingOf } from './model.ts'
import { RelationsView } from './RelationsView.tsx'
import { TimelineView } from './TimelineView.tsx'
import './incidents.css'
import './facts.css'

export interface IncidentViewProps {
  readonly detail: IncidentDetail
  readonly lists: IntakeLists
  readonly timeline: readonly TimelineLine[]
  readonly moreTimeline: boolean
  /** The note box. */
  readonly note: ReactNode
  /** The panel of its tasks. */
  readonly tasks: ReactNode
  /** The panel of its photos and documents. */
  readonly attachments: ReactNode
  /** The grade the rules propose. */
  readonly grade: ReactNode
  /** The panel of its reporting. */
  readonly reports: ReactNode
  onBack(): void
  onBoard(): void
  /** 复盘. */
  onReview(): void
  onAct(act: Act): void
  onAdvance(to: Phase): void
  onAdopt(field: string, adopted: Adopted | null): void
  onWithdrawClaim(claim: string): void
  onReturnTransfer(transfer: Transfer): void
  onCallAct(act: CallAct, call: CallView): void
  onChooseField(field: string, value: Json): void
  onChooseMerge(value: Json): void
  onChooseCallField(call: CallView, field: string, value: Json): void
  onOpen(incident: string): void
  onMoreTimeline(): void
}

/** One incident: where it stands, what is known, what was said, and everything that happened to it. */
export function IncidentView(props: IncidentViewProps) {
  const { detail, lists } = props
  const { t } = useTranslation('incidents')
  const { state } = detail.incident
  const { types, figures, bodies } = lists.classification
  const standing = standingOf(detail)
  const open = standing === 'open'
  const members = Object.fromEntries(detail.members.map((member) => [member.state.id, labelOf(member.state).no]))
  return (
    <div className="room incident">
      <IncidentHead
        detail={detail}
        onBack={props.onBack}
        onBoard={props.onBoard}
        onReview={props.onReview}
        onAct={props.onAct}
      />
      <CourseView
        course={state.course}
        openedMs={hlcMs(state.since)}
        openedBy={state.opened?.name ?? ''}
        movable={open}
        onAdvance={props.onAdvance}
      />
      <div className="split">
        <div className="split-column scroll">
          {detail.circle ? <p className="incident-contest">{t('circle')}</p> : null}
          {contestsOf(state.merged).map((contest) => (
            <ContestView
              key={contest.field}
              contest={contest}
              name={t('relations.mergedInto')}
              types={types}
              onChoose={props.onChooseMerge}
            />
          ))}
          <Panel title={t('facts')}>
            <FactsView
              fields={fieldsOf(state)}
              contests={contestsOf(state.fields)}
              types={types}
              onChoose={props.onChooseField}
            />
            <RelationsView
              mergedInto={detail.root.id === state.id ? null : detail.root}
              splitFrom={state.splitFrom}
              members={detail.members.map((member) => refOf(member.state))}
              splits={detail.splits}
              transfers={state.transfers}
              bodies={bodies}
              onOpen={props.onOpen}
              onReturn={props.onReturnTransfer}
            />
          </Panel>
          {props.reports}
          <Panel
            title={t('figures.title')}
            actions={open ? <span className="muted key-line">{t('figures.keys')}</span> : undefined}
          >
            {props.grade}
            <FigureBoardView
              rows={boardOf(
                detail,
                figures.map(({ key }) => key),
              )}
              contests={contestsOf(state.official)}
              incident={state.id}
              members={members}
              open={open}
              onAdopt={props.onAdopt}
              onWithdraw={props.onWithdrawClaim}
            />
          </Panel>
          <Panel title={t('calls.title', { count: detail.calls.length })}>
            <CallsView
              calls={detail.calls.map((call) => callViewOf(call, state.id))}
              classification={lists.classification}
              onAct={props.onCallAct}
              onChoose={props.onChooseCallField}
            />
          </Panel>
          {props.attachments}
          {props.tasks}
        </div>
        <Panel title={t('timeline.title')} fill>
          {props.note}
          <TimelineView
            no={labelOf(state).no}
            lines={props.timeline}
            more={props.moreTimeline}
            onMore={props.onMoreTimeline}
          />
        </Panel>
      </div>
    </div>
  )
}

type IncidentHeadProps = Pick<IncidentViewProps, 'detail' | 'onBack' | 'onBoard' | 'onReview' | 'onAct'>

function IncidentHead({ detail, onBack, onBoard, onReview, onAct }: IncidentHeadProps) {
  const { t } = useTranslation('incidents')
  const { state } = detail.incident
  const { title, level } = fieldsOf(state)
  const standing = standingOf(detail)
  const transferred = state.transfers.filter(({ returned }) => !returned)
  return (
    <header className="incident-head">
      <Button kind="quiet" hotkey="Esc" onClick={onBack}>
        {t('back')}
      </Button>
      <h1>
        <span className="digits">{labelOf(state).no}</span> {title}
      </h1>
      <LevelMark level={level} />
      {standing === 'open' ? null : <StatusTag tone="mute">{t(`standing.${standing}`)}</StatusTag>}
      {state.opened ? null : <StatusTag tone="mute">{t('stub')}</StatusTag>}
      {transferred.length > 0 ? (
        <StatusTag tone="info">
          {t('transferred', { bodies: transferred.map(({ body }) => body.name).join(t('common:list.comma')) })}
        </StatusTag>
      ) : null}
      {state.dismissed ? <span className="muted">{t('because', { reason: state.dismissed.reason })}</span> : null}
      {state.voided ? <span className="muted">{t('because', { reason: state.voided.reason })}</span> : null}
      <div className="incident-acts">
        <Button size="small" kind="primary" hotkey="B" onClick={onBoard}>
          {t('board')}
        </Button>
        <Button size="small" hotkey="L" onClick={onReview}>
          {t('review')}
        </Button>
        {actsOf(detail).map((act) => (
          <Button
            key={act}
            size="small"
            kind={act === 'void' ? 'danger' : 'plain'}
            {...(act in ACT_KEYS ? { hotkey: ACT_KEYS[act as keyof typeof ACT_KEYS].toUpperCase() } : {})}
            onClick={() => onAct(act)}
          >
            {t(`act.${act}`)}
          </Button>
        ))}
      </div>
    </header>
  )
}
