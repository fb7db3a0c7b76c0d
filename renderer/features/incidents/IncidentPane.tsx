import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isForward, PHASES, type Phase, skippedBetween } from '../../../shared/domain/incident/course.ts'
import type { Transfer } from '../../../shared/domain/incident/incident.ts'
import { fieldsOf, refOf } from '../../../shared/domain/incident/readIncident.ts'
import type { IncidentDetail } from '../../../shared/ipc/incidents.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { late } from '../../components/late.tsx'
import { UnreadDialog } from '../../components/Unread.tsx'
import { useAct } from '../../components/useAct.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { IncidentAttachments } from '../attachments/IncidentAttachments.tsx'
import type { IntakeLists } from '../intake/model.ts'
import { IncidentReports } from '../reports/IncidentReports.tsx'
import { IncidentTasks } from '../tasks/IncidentTasks.tsx'
import { CallDialog } from './CallDialog.tsx'
import type { CallAct } from './CallsView.tsx'
import { FollowUpDialog } from './FollowUpDialog.tsx'
import { IncidentDialog } from './IncidentDialogs.tsx'
import { IncidentGrade } from './IncidentGrade.tsx'
import { IncidentView } from './IncidentView.tsx'
import { ACT_KEYS, type Act, actsOf, type CallView, standingOf } from './model.ts'
import { Note } from './Note.tsx'
import { focusAdopt } from './useAdoptKeys.ts'

const Review = late(async () => (await import('../review/Review.tsx')).Review, UnreadDialog)

const TOPICS = ['incident', 'call']
const PAGE = 100
const NOTE = 'incident-note'

interface IncidentPaneProps {
  readonly id: string
  readonly lists: IntakeLists
  onBack(): void
  onOpen(incident: string): void
  /** Opens the board of its first response. */
  onBoard(incident: string): void
}

/** One incident, read, acted on by keys, kept up to date. */
export function IncidentPane(props: IncidentPaneProps) {
  const { t } = useTranslation('incidents')
  const { data } = useDesk('incident.detail', { id: props.id }, TOPICS)
  if (data === undefined) return <div className="room" aria-busy="true" />
  if (data === null) return <EmptyState title={t('unknown')} hint={t('unknownHint')} />
  return <Loaded key={props.id} detail={data} {...props} />
}

type Under =
  | { readonly act: Act }
  | { readonly callAct: Exclude<CallAct, 'confirm'>; readonly call: CallView }
  | { readonly jump: Phase }
  | { readonly transfer: Transfer }
  | { readonly claim: string }
  | null

function Loaded({ detail, lists, onBack, onOpen, onBoard }: IncidentPaneProps & { readonly detail: IncidentDetail }) {
  const [under, setUnder] = useState<Under>(null)
  const [lines, setLines] = useState(PAGE)
  const [reviewing, setReviewing] = useState(false)
  const { state, tips } = detail.incident
  const target = { id: state.id, base: [...tips] }
  const timeline = useDesk('incident.timeline', { id: state.id, before: null, limit: lines }, [
    ...TOPICS,
    'task',
    'report',
    'log',
    'attachment',
    'sync',
  ])
  const advance = useAct('incident.advance')
  const adopt = useAct('incident.adoptFigure')
  const note = useAct('incident.note')
  const correct = useAct('incident.correct')
  const merge = useAct('incident.merge')
  const confirmCall = useAct('call.confirm')
  const settleCall = useCallSettling()
  const open = standingOf(detail) === 'open'
  const moveTo = (to: Phase) => {
    if (!open || !isForward(state.course.phase, to) || advance.pending) return
    if (skippedBetween(state.course.phase, to).length > 0) setUnder({ jump: to })
    else void advance.run({ ...target, to })
  }
  const acts = actsOf(detail)
  useRoomKeys({
    escape: onBack,
    f: focusAdopt,
    b: () => onBoard(state.id),
    l: () => setReviewing(true),
    n: () => document.getElementById(NOTE)?.focus(),
    ...Object.fromEntries(PHASES.map((phase, index) => [String(index + 1), () => moveTo(phase)])),
    ...Object.fromEntries(
      Object.entries(ACT_KEYS).map(([act, key]) => [
        key,
        acts.includes(act as Act) ? () => setUnder({ act: act as Act }) : undefined,
      ]),
    ),
  })
  const done = () => setUnder(null)
  return (
    <>
      <IncidentView
        detail={detail}
        lists={lists}
        timeline={timeline.data?.lines ?? []}
        moreTimeline={timeline.data?.next != null && lines < 500}
        note={
          <Note
            key={state.id}
            incident={state.id}
            id={NOTE}
            pending={note.pending}
            onNote={async (text) => (await note.run({ ...target, at: Date.now(), text })).ok}
          />
        }
        tasks={<IncidentTasks incident={refOf(state)} />}
        attachments={<IncidentAttachments incident={state.id} open={open} />}
        grade={<IncidentGrade target={target} level={fieldsOf(state).level} open={open} />}
        reports={<IncidentReports incident={state.id} />}
        onBack={onBack}
        onBoard={() => onBoard(state.id)}
        onReview={() => setReviewing(true)}
        onAct={(act) => setUnder({ act })}
        onAdvance={moveTo}
        onAdopt={(field, adopted) => void adopt.run({ ...target, field, adopted })}
        onWithdrawClaim={(claim) => setUnder({ claim })}
        onReturnTransfer={(transfer) => setUnder({ transfer })}
        onCallAct={(act, call) => {
          if (act === 'confirm') void confirmCall.run({ id: call.id, base: [...call.tips] })
          else setUnder({ callAct: act, call })
        }}
        onChooseField={(field, value) => void correct.run({ ...target, set: { [field]: value } })}
        onChooseMerge={(value) => {
          const into = idOf(value)
          if (into) void merge.run({ ...target, into })
          else setUnder({ act: 'unmerge' })
        }}
        onChooseCallField={(call, field, value) => void settleCall(call, field, value)}
        onOpen={onOpen}
        onMoreTimeline={() => setLines(lines + PAGE)}
      />
      {reviewing ? (
        <Suspense>
          <Review incident={state.id} onClose={() => setReviewing(false)} />
        </Suspense>
      ) : null}
      {under && 'act' in under ? (
        <IncidentDialog act={under.act} detail={detail} lists={lists} onDone={done} onOpen={onOpen} />
      ) : null}
      {under && 'callAct' in under ? (
        <CallDialog act={under.callAct} call={under.call} lists={lists} onDone={done} />
      ) : null}
      {under && ('jump' in under || 'transfer' in under || 'claim' in under) ? (
        <FollowUpDialog under={under} detail={detail} onDone={done} />
      ) : null}
    </>
  )
}

/** Settles a value of a call that two people set at once: where it belongs, or what one of its fields says. */
function useCallSettling() {
  const { t } = useTranslation('incidents')
  const attach = useAct('call.attach')
  const detach = useAct('call.detach')
  const correct = useAct('call.correct')
  const reason = t('contest.reason')
  return async (call: CallView, field: string, value: Json) => {
    const target = { id: call.id, base: [...call.tips] }
    if (field !== 'incident') await correct.run({ ...target, set: { [field]: value }, reason })
    else {
      const incident = idOf(value)
      if (incident) await attach.run({ ...target, incident, reason })
      else await detach.run({ ...target, reason })
    }
  }
}

function idOf(value: Json): string | null {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}
