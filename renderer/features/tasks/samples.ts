import type { TaskAct } from '../../../shared/domain/task/acts.ts'
import type { TaskDetail, TaskRow } from '../../../shared/ipc/tasks.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'
import type { RecipientOption } from './recipients.ts'

/** Fixtures of the views: one night in July, 03:40 Beijing time. */
export const NOW = Date.UTC(2026, 6, 13, 19, 40)
const MINUTE = 60_000

export const sampleRow: TaskRow = {
  id: 'task-1',
  no: '0714-A03',
  title: '转移李家湾二组坡脚三户',
  status: 'departed',
  open: true,
  urgency: 'life-safety',
  recipient: { kind: 'team', id: 'team-1', name: '镇应急救援队' },
  incident: { id: 'incident-1', no: '0714-A01', title: '李家湾二组后山滑坡' },
  order: null,
  issuedAt: NOW - 42 * MINUTE,
  dueAt: NOW - 12 * MINUTE,
  amberAt: NOW - 20 * MINUTE,
  acknowledgeBy: NOW - 37 * MINUTE,
  acknowledgeAmberAt: NOW - 38 * MINUTE,
  answeredAt: NOW - 40 * MINUTE,
  endedAt: null,
  lastAt: NOW - 31 * MINUTE,
  lastBy: '王建军',
  unreported: 0,
  ineffective: 0,
  known: true,
  callsFailed: 0,
  selfVerified: false,
  voided: false,
}

export const sampleRows: readonly TaskRow[] = [
  sampleRow,
  {
    ...sampleRow,
    id: 'task-2',
    no: '0714-A04',
    title: '查看石门水库溢洪道，每半小时报一次水位',
    status: 'issued',
    urgency: 'ordinary',
    recipient: { kind: 'village', id: 'village-2', name: '石门村' },
    incident: null,
    dueAt: NOW + 48 * MINUTE,
    amberAt: NOW + 30 * MINUTE,
    acknowledgeBy: NOW - 6 * MINUTE,
    callsFailed: 1,
    answeredAt: null,
  },
  {
    ...sampleRow,
    id: 'task-3',
    no: '0714-A05',
    title: '封闭李家湾至王家坪村道',
    status: 'arrived',
    urgency: 'ordinary',
    recipient: { kind: 'team', id: 'team-2', name: '派出所巡逻组' },
    dueAt: NOW + 20 * MINUTE,
    amberAt: NOW - MINUTE,
    unreported: 1,
  },
  {
    ...sampleRow,
    id: 'task-4',
    no: '0714-B02',
    title: '送棉被40床到镇中心小学安置点',
    status: 'returned',
    open: false,
    urgency: 'ordinary',
    recipient: { kind: 'person', id: 'person-4', name: '李秀兰' },
    dueAt: null,
  },
  {
    ...sampleRow,
    id: 'task-5',
    no: '0714-A01',
    title: '逐户叫醒二组群众',
    status: 'verified',
    open: false,
    recipient: { kind: 'village', id: 'village-1', name: '李家湾村' },
    dueAt: NOW - 60 * MINUTE,
    endedAt: NOW - 55 * MINUTE,
    ineffective: 1,
  },
  { ...sampleRow, id: 'task-6', no: '0714-A02', title: '重复下达', status: 'issued', open: false, voided: true },
  {
    ...sampleRow,
    id: 'task-7',
    no: '0714-B01',
    title: '联系供电所抢修',
    status: 'received',
    known: false,
    dueAt: null,
    urgency: 'ordinary',
    incident: null,
    recipient: { kind: 'person', id: 'person-5', name: '供电所 张伟' },
  },
]

function act(name: TaskAct['act'], minutes: number, more: Partial<TaskAct> = {}): TaskAct {
  const at = NOW - minutes * MINUTE
  const version = `${name}-${minutes}`.padEnd(16, '0')
  return {
    act: name,
    effect: 'moved',
    concurrent: false,
    at,
    by: '王建军',
    means: 'radio',
    note: '',
    skipped: [],
    recipient: null,
    consent: null,
    selfVerified: false,
    stale: false,
    voided: null,
    writer: { version, hlc: makeHlc(at, 0), origin: 'd-a', name: '李文博' },
    ...more,
  }
}

export const sampleTask: TaskDetail = {
  row: sampleRow,
  values: {
    title: sampleRow.title,
    detail: '先转移坡脚三户11人，老人由两人搀扶，走东侧水泥路，不走河沟。到镇中心小学登记。',
    to: { kind: 'team', id: 'team-1', name: '镇应急救援队', phone: '13900000001' },
    at: sampleRow.issuedAt,
    means: 'phone',
    dueAt: sampleRow.dueAt,
    urgency: 'life-safety',
    acknowledge: null,
    authority: '周建国',
  },
  acts: [
    act('issued', 42, {
      by: '李文博',
      means: 'phone',
      recipient: { kind: 'team', id: 'team-1', name: '镇应急救援队' },
    }),
    act('departed', 31, { note: '12人、2辆车', skipped: ['received'] }),
    act('received', 40, { effect: 'filled', by: '王建军', means: 'phone' }),
    act('received', 30, {
      effect: 'none',
      concurrent: true,
      writer: { version: 'f'.repeat(16), hlc: makeHlc(NOW - 30 * MINUTE, 0), origin: 'd-b', name: '陈秀英' },
    }),
  ],
  rings: [],
  escalations: [],
  notes: [
    {
      at: NOW - 20 * MINUTE,
      by: '王建军',
      text: '桥头积水约半米，改走王家坪，预计晚到20分钟。',
      writer: { version: 'e'.repeat(16), hlc: makeHlc(NOW - 20 * MINUTE, 0), origin: 'd-a', name: '李文博' },
    },
  ],
  late: [],
  voided: null,
  rivals: [],
  verifying: { may: 'self' },
  verifiedByDoer: false,
  tips: [],
}

export const sampleRecipients: readonly RecipientOption[] = [
  {
    recipient: { kind: 'team', id: 'team-1', name: '镇应急救援队', phone: '13900000001' },
    remark: '',
    load: { id: 'team-1', state: 'standby', open: 0, place: null },
  },
  {
    recipient: { kind: 'team', id: 'team-2', name: '派出所巡逻组' },
    remark: '',
    load: {
      id: 'team-2',
      state: 'dispatched',
      open: 2,
      place: { how: 'arrived', place: '李家湾村二组', at: NOW - 20 * MINUTE },
    },
  },
  { recipient: { kind: 'village', id: 'village-1', name: '李家湾村' }, remark: '', load: null },
  { recipient: { kind: 'person', id: 'person-4', name: '李秀兰', phone: '13900000004' }, remark: '民政办', load: null },
]
