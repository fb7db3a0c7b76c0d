import { makeHlc } from '../../../shared/protocol/hlc.ts'
import { viewStates } from '../../viewStates.ts'
import { ActForm } from './ActForm.tsx'
import { ConsentForm } from './ConsentForm.tsx'
import { CorrectTaskView } from './CorrectTaskView.tsx'
import { IncidentTasksView } from './IncidentTasksView.tsx'
import { IssueTaskView, type IssueTaskViewProps } from './IssueTaskView.tsx'
import { emptyForm } from './issueForm.ts'
import { groupTasks, trackOf } from './model.ts'
import { ReissueTaskView } from './ReissueTaskView.tsx'
import { NOW, sampleRecipients, sampleRow, sampleRows, sampleTask } from './samples.ts'
import { TaskBoardView } from './TaskBoardView.tsx'
import { TaskDetailView, type TaskDetailViewProps } from './TaskDetailView.tsx'
import { TasksRoomView, type TasksRoomViewProps } from './TasksRoomView.tsx'
import { TaskTrackView } from './TaskTrackView.tsx'
import { VerifyingView } from './VerifyingView.tsx'

const nothing = () => undefined
const now = NOW

const detail: TaskDetailViewProps = {
  task: sampleTask,
  now,
  unexplained: null,
  deliveries: {
    [sampleTask.acts[0]?.writer.version ?? '']: { delivery: 'read', reading: { by: '周敏', at: NOW } },
    [sampleTask.acts[1]?.writer.version ?? '']: { delivery: 'delivered', reading: null },
    [sampleTask.acts[2]?.writer.version ?? '']: { delivery: 'stored', reading: null },
  },
  form: null,
  onStep: nothing,
  onOther: nothing,
  onVoidLine: nothing,
  onIncident: nothing,
  onOrder: nothing,
  onClose: nothing,
}
const mistaken = {
  reason: '按错了键',
  by: { version: 'f'.repeat(16), hlc: makeHlc(NOW, 0), origin: 'd-a', name: '李文博' },
}
const takenBack: TaskDetailViewProps = {
  ...detail,
  task: {
    ...sampleTask,
    acts: sampleTask.acts.map((act, index) => (index === 1 ? { ...act, effect: 'none', voided: mistaken } : act)),
    rings: [
      {
        callee: { name: '王建军', phone: '13900000001', post: 'leader', title: '队长' },
        outcome: 'repeated',
        at: NOW - 42 * 60_000,
        round: '',
        voided: mistaken,
        writer: { ...mistaken.by, version: 'd'.repeat(16), hlc: makeHlc(NOW - 42 * 60_000, 0) },
      },
    ],
  },
}
const overdue = {
  id: 'task-1/due/1',
  kind: 'task.due',
  subject: { id: 'task-1', no: '0714-A03', title: sampleRow.title },
  who: '镇应急救援队',
  urgency: 'life-safety',
  dueAt: now,
  stoppedAt: null,
  stage: 'red',
  sounding: false,
  wantsReason: true,
} as const
const stepForm = (
  <ActForm
    title="记录“到场”"
    warning="收到、出发还没有报告，将记为“未报”，以后可以补报。"
    now={now}
    by="镇应急救援队"
    means="radio"
    byLabel="谁报告的"
    people={[
      { id: 'p1', label: '张伟', note: '应急办' },
      { id: 'p2', label: '张伟', note: '李家湾村村主任' },
    ]}
    asksMeans
    textLabel="情况（可不填）"
    textRequired={false}
    pending={false}
    draft={{ found: null, keep: nothing }}
    onSave={nothing}
    onCancel={nothing}
  />
)

export const taskDetailStates = viewStates(TaskDetailView, {
  running: detail,
  takenBack,
  overdue: { ...detail, unexplained: overdue },
  reporting: { ...detail, form: stepForm },
  conflict: { ...detail, task: { ...sampleTask, rivals: [{ field: 'title', value: '转移三组', by: '陈秀英' }] } },
  voided: { ...detail, task: { ...sampleTask, row: { ...sampleRow, voided: true } } },
  notArrived: {
    ...detail,
    task: { ...sampleTask, row: { ...sampleRow, known: false }, acts: sampleTask.acts.slice(1) },
  },
})

export const taskTrackStates = viewStates(TaskTrackView, {
  running: { track: trackOf(sampleTask), now },
  skipped: { track: trackOf({ ...sampleTask, acts: sampleTask.acts.slice(0, 2) }), now },
})

const room: TasksRoomViewProps = {
  rows: sampleRows,
  more: false,
  now,
  scope: 'active',
  layout: 'ledger',
  writing: false,
  open: null,
  pane: null,
  onScope: nothing,
  onMore: nothing,
  onLayout: nothing,
  onOpen: nothing,
  onIssue: nothing,
}
export const tasksRoomStates = viewStates(TasksRoomView, {
  reading: { ...room, rows: null },
  empty: { ...room, rows: [], scope: 'open' },
  emptyBoard: { ...room, rows: [], layout: 'incident' },
  full: room,
  more: { ...room, more: true, scope: 'all' },
  withTask: { ...room, open: 'task-1', pane: <TaskDetailView {...detail} unexplained={overdue} /> },
  byRecipient: { ...room, layout: 'recipient' },
  byIncident: { ...room, layout: 'incident' },
})

export const taskBoardStates = viewStates(TaskBoardView, {
  byIncident: {
    groups: groupTasks(sampleRows, 'incident', now, '未关联事件'),
    now,
    open: 'task-1',
    showRecipient: true,
    onOpen: nothing,
  },
})

export const incidentTasksStates = viewStates(IncidentTasksView, {
  reading: { rows: null, now, onOpen: nothing, onIssue: nothing },
  none: { rows: [], now, onOpen: nothing, onIssue: nothing },
  some: { rows: sampleRows.slice(0, 3), now, onOpen: nothing, onIssue: nothing },
})

const issue: IssueTaskViewProps = {
  form: emptyForm({}),
  context: {},
  recipients: sampleRecipients,
  now,
  problems: [],
  restored: false,
  pending: false,
  onChange: nothing,
  onBadTime: nothing,
  onIssue: nothing,
  onClose: nothing,
}
export const issueTaskStates = viewStates(IssueTaskView, {
  empty: issue,
  missing: { ...issue, problems: ['title', 'to'] },
  filled: {
    ...issue,
    context: { incident: { id: 'incident-1', no: '0714-A01', title: '李家湾二组后山滑坡' } },
    restored: true,
    form: {
      ...emptyForm({ title: '转移坡脚三户', urgency: 'life-safety' }),
      to: sampleRecipients.slice(0, 2).map(({ recipient }) => recipient),
      due: { minutes: 30 },
      received: true,
      authority: '周建国',
    },
  },
  fromOrder: {
    ...issue,
    context: { order: { id: 'order:01', no: '0714-县01', title: '立即转移' } },
    form: { ...emptyForm({ title: '立即转移山洪危险区群众' }), due: { at: now + 5_000_000 } },
  },
})

const reissue = {
  title: sampleRow.title,
  recipients: sampleRecipients,
  to: null,
  due: null,
  means: 'phone',
  reason: '',
  now,
  pending: false,
  onTo: nothing,
  onDue: nothing,
  onBadTime: nothing,
  onMeans: nothing,
  onReason: nothing,
  onSave: nothing,
  onCancel: nothing,
} as const
export const reissueTaskStates = viewStates(ReissueTaskView, {
  empty: { ...reissue, asked: false },
  missing: { ...reissue, asked: true },
})

const correct = {
  fields: { title: sampleRow.title, detail: '', dueAt: now, urgency: 'ordinary' },
  reason: '',
  now,
  pending: false,
  onChange: nothing,
  onBadTime: nothing,
  onReason: nothing,
  onSave: nothing,
  onCancel: nothing,
} as const
export const correctTaskStates = viewStates(CorrectTaskView, {
  asking: { ...correct, problems: { title: false, reason: false, nothing: false } },
  nothingChanged: { ...correct, problems: { title: false, reason: false, nothing: true } },
})

export const consentStates = viewStates(ConsentForm, {
  asking: {
    leaders: [{ id: 'p-1', name: '周建国', post: '镇长', phone: '13800000002', onDuty: true }],
    now,
    pending: false,
    draft: { found: null, keep: nothing },
    onSave: nothing,
    onCancel: nothing,
  },
})

const completed = { ...sampleTask, row: { ...sampleRow, status: 'completed' as const } }
export const verifyingStates = viewStates(VerifyingView, {
  consent: { task: { ...completed, verifying: { may: 'consent', because: 'member', leaders: [] } } },
  other: { task: { ...completed, verifying: { may: 'other', because: 'reporter', name: '陈秀英' } } },
  nobody: { task: { ...completed, verifying: { may: 'nobody', because: 'recipient' } } },
  broken: { task: { ...completed, verifiedByDoer: true } },
})
