import { fieldsOf } from '../../../shared/domain/incident/readIncident.ts'
import { viewStates } from '../../viewStates.ts'
import { CorrectCallDialog } from './CorrectCallDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { FiguresDialog } from './FiguresDialog.tsx'
import { GradeView } from './GradeView.tsx'
import { IncidentsRoomView, type IncidentsRoomViewProps } from './IncidentsRoomView.tsx'
import { IncidentView, type IncidentViewProps } from './IncidentView.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { callViewOf } from './model.ts'
import { NoteForm } from './NoteForm.tsx'
import { PickIncidentDialog } from './PickIncidentDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import { sampleCallRows, sampleRows, sampleTimeline } from './sampleRows.ts'
import {
  contestedDetail,
  NOW,
  sampleClassification,
  sampleDetail,
  sampleIncident,
  sampleLists,
  writer,
} from './samples.ts'
import { TransferDialog } from './TransferDialog.tsx'

const nothing = () => undefined
const notRecorded = async () => false

const detail: IncidentViewProps = {
  detail: sampleDetail,
  lists: sampleLists,
  timeline: sampleTimeline,
  moreTimeline: true,
  note: <NoteForm id="note" pending={false} kept="" onTyped={nothing} onNote={notRecorded} />,
  tasks: null,
  attachments: null,
  grade: null,
  reports: null,
  onBack: nothing,
  onBoard: nothing,
  onReview: nothing,
  onAct: nothing,
  onAdvance: nothing,
  onAdopt: nothing,
  onWithdrawClaim: nothing,
  onReturnTransfer: nothing,
  onCallAct: nothing,
  onChooseField: nothing,
  onChooseMerge: nothing,
  onChooseCallField: nothing,
  onOpen: nothing,
  onMoreTimeline: nothing,
}
const withState = (
  state: Partial<typeof sampleIncident>,
  more: Partial<typeof sampleDetail> = {},
): IncidentViewProps => ({
  ...detail,
  detail: { ...sampleDetail, ...more, incident: { ...sampleDetail.incident, state: { ...sampleIncident, ...state } } },
})
const because = (reason: string) => ({ reason, by: writer(5) })
const other = { id: 'incident-2', no: '0714-B01', title: '李家湾民房被埋' }

export const incidentStates = viewStates(IncidentView, {
  responding: detail,
  contested: { ...detail, detail: contestedDetail },
  stub: withState(
    { opened: null, fields: {}, claims: [], official: {}, label: { no: '0714-B07', title: '石门村山洪' } },
    { calls: [] },
  ),
  dismissed: withState({ dismissed: because('村干部到场查看，无险情') }),
  merged: withState({ merged: { into: { value: { ...other, how: 'merged' }, by: writer(5) } } }, { root: other }),
  circle: withState({ merged: { into: { value: { ...other, how: 'merged' }, by: writer(5) } } }, { circle: true }),
  voided: withState({ voided: because('重复登记') }),
})

const room: IncidentsRoomViewProps = {
  scope: 'current',
  incidents: sampleRows,
  calls: sampleCallRows,
  total: sampleRows.length,
  classification: sampleClassification,
  text: '',
  unconfirmed: 0,
  onScope: nothing,
  onText: nothing,
  onOpen: nothing,
  onIntake: nothing,
  onMore: nothing,
}
export const incidentsRoomStates = viewStates(IncidentsRoomView, {
  loading: { ...room, incidents: null, calls: null, total: 0 },
  empty: { ...room, incidents: [], total: 0 },
  full: { ...room, total: 640, unconfirmed: 1 },
  nothingFound: { ...room, incidents: [], total: 0, text: '泥石流' },
  calls: { ...room, scope: 'calls', total: 3, unconfirmed: 1 },
})

const frame = { pending: false, problem: undefined, onCancel: nothing, onConfirm: nothing }
const call = sampleDetail.calls[0]
const callView = call ? [callViewOf(call, 'incident-1')] : []

export const correctDialogStates = viewStates(CorrectDialog, {
  open: {
    ...frame,
    draft: { found: null, keep: nothing },
    fields: fieldsOf(sampleIncident),
    lists: sampleLists,
    now: NOW,
  },
})
export const correctCallDialogStates = viewStates(
  CorrectCallDialog,
  Object.fromEntries(
    callView.map((view) => [
      'open',
      { ...frame, draft: { found: null, keep: nothing }, call: view, lists: sampleLists, now: NOW },
    ]),
  ),
)
export const figuresDialogStates = viewStates(FiguresDialog, {
  open: { ...frame, draft: { found: null, keep: nothing }, kinds: sampleClassification.figures, now: NOW },
})
export const transferDialogStates = viewStates(TransferDialog, {
  proposed: { ...frame, classification: sampleClassification, type: 'landslide' },
})
export const pickIncidentDialogStates = viewStates(PickIncidentDialog, {
  merge: { ...frame, purpose: 'merge', no: '0714-A03', options: [] },
  refused: {
    ...frame,
    purpose: 'move',
    no: '0714-A02',
    options: [],
    problem: '没有保存：事件 0714-B01 已并入别的事件。',
  },
})
export const splitDialogStates = viewStates(SplitDialog, { open: { ...frame, calls: callView } })
export const reopenDialogStates = viewStates(ReopenDialog, { ended: { ...frame, phase: 'ended' } })
export const jumpDialogStates = viewStates(JumpDialog, {
  toEnded: { ...frame, to: 'ended', skipped: ['verifying', 'responding'] },
})

const proposal = {
  scheme: 'grade.geological',
  level: 'relativelySerious',
  name: '中型',
  reasons: [
    { field: 'dead', value: { n: 3 }, from: 3, official: true },
    { field: 'evacuated', value: { about: 40 }, from: null, official: false },
  ],
  ifMissingDead: { level: 'serious', name: '大型' },
  source: { document: '地质灾害防治条例', article: '第四条', confidence: 'low' },
  rulesHash: '0',
} as const
const grade = { proposal, open: true, pending: false, onAccept: nothing, onOther: nothing }
export const gradeStates = viewStates(GradeView, {
  differs: { ...grade, level: 'ordinary' },
  agrees: { ...grade, level: 'relativelySerious' },
})
