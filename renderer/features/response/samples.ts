import flashFlood from '../../../resources/cards/flashFlood.json' with { type: 'json' }
import geology from '../../../resources/cards/geology.json' with { type: 'json' }
import type { DisposalCard } from '../../../shared/domain/card/card.ts'
import type { Registers, Writer } from '../../../shared/domain/registers.ts'
import type { Authority } from '../../../shared/domain/response/events.ts'
import type { Response } from '../../../shared/domain/response/response.ts'
import type { OutageLine } from '../../../shared/ipc/outages.ts'
import type { CardOnBoard, ResponseBoard } from '../../../shared/ipc/response.ts'
import type { TaskRow } from '../../../shared/ipc/tasks.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'

/** 2026-07-14 03:30 in Beijing. */
export const NOW = Date.UTC(2026, 6, 13, 19, 30)
const MINUTE = 60_000
const ago = (minutes: number) => NOW - minutes * MINUTE

export const incident = { id: 'incident-1', no: '0714-A01', title: '李家湾村山洪' }

function writer(minutes: number, n: number, name = '张伟'): Writer {
  return { version: String(n).padStart(16, '0'), hlc: makeHlc(ago(minutes), n), origin: 'd-a', name }
}

function registers(values: { readonly [field: string]: Json }, minutes: number): Registers {
  return Object.fromEntries(
    Object.entries(values).map(([field, value], n) => [field, { value, by: writer(minutes, n + 100) }]),
  )
}

const onCard = (card: unknown, review: CardOnBoard['review']): CardOnBoard => ({
  card: card as DisposalCard,
  review,
  tips: [],
})
export const cards: readonly CardOnBoard[] = [
  onCard(flashFlood, { by: '陈国平', atMs: ago(60 * 24 * 20), note: '符合本镇实际' }),
  onCard(geology, null),
]

const authority: Authority = { name: '陈国平', id: 'p1', role: 'townshipHead', means: 'phone', at: ago(15) }
const step = (state: string, minutes: number, more: { readonly [key: string]: Json } = {}): Json => ({
  state,
  at: ago(minutes),
  by: '张伟',
  means: null,
  tasks: [],
  note: '',
  text: '',
  version: 1,
  ...more,
})

export const sampleResponse: Response = {
  id: 'response-incident-1',
  incident,
  course: {
    runs: [
      {
        at: ago(14),
        since: ago(18),
        authority,
        note: '',
        firstHalfHour: { rule: 'response.firstHalfHour', rulesHash: '', minutes: 30, dueAt: ago(-12) },
        completedAt: null,
        completedBy: null,
        ended: null,
        by: writer(14, 1),
      },
    ],
    ineffective: [],
  },
  fields: registers(
    {
      level: { level: 'four', at: ago(14), name: '陈国平' },
      commander: { id: 'p1', name: '陈国平', post: '镇长' },
    },
    14,
  ),
  handovers: [
    {
      id: 'transfer-1',
      at: ago(2),
      from: { name: '陈国平', post: '镇长' },
      to: { name: '王建设', post: '副县长' },
      means: 'satellitePhone',
      note: '',
      answer: null,
      by: writer(2, 3),
    },
  ],
  steps: registers(
    {
      'flashFlood/place': step('done', 16),
      'flashFlood/withdraw': step('done', 15, { by: '李建国', means: 'phone', note: '李家湾二组已敲门' }),
      'flashFlood/signal': step('assigned', 13, { tasks: [{ id: 'task-1', no: '0714-A03', title: '发转移信号' }] }),
      'flashFlood/power': step('notApplicable', 6, { note: '该片区已全部停电' }),
    },
    12,
  ),
  cards: registers({ geology: { chosen: true, version: 1, title: '地质灾害' } }, 12),
  etas: registers({ 'task-2': { arriveAt: ago(-70), at: ago(3), by: '赵大勇', means: 'radio' } }, 3),
  help: [
    {
      id: 'help-1',
      from: '县应急管理局',
      what: '冲锋舟2艘、潜水员',
      person: '值班员小李',
      at: ago(9),
      means: 'phone',
      answers: [{ outcome: 'agreed', note: '03:40从县城出发', at: ago(5), by: writer(5, 5) }],
      by: writer(9, 4),
    },
  ],
  late: [],
}

const task = (id: string, no: string, title: string, who: string, more: Partial<TaskRow> = {}): TaskRow => ({
  id,
  no,
  title,
  status: 'departed',
  open: true,
  urgency: 'life-safety',
  recipient: { kind: 'team', id: `team-${id}`, name: who },
  incident,
  order: null,
  issuedAt: ago(13),
  dueAt: null,
  amberAt: null,
  acknowledgeBy: null,
  acknowledgeAmberAt: null,
  answeredAt: ago(12),
  endedAt: null,
  lastAt: ago(10),
  lastBy: who,
  unreported: 0,
  ineffective: 0,
  known: true,
  callsFailed: 0,
  selfVerified: false,
  voided: false,
  ...more,
})

export const tasks: readonly TaskRow[] = [
  task('task-1', '0714-A03', '发转移信号', '李家湾村', {
    recipient: { kind: 'village', id: 'v1', name: '李家湾村' },
    status: 'received',
  }),
  task('task-2', '0714-A04', '带冲锋舟到李家湾桥头', '镇应急救援队'),
  task('task-3', '0714-A05', '封闭漫水桥', '石门村民兵', { status: 'arrived', lastAt: ago(4) }),
  task('task-4', '0714-A06', '查看石门水库', '水管站', { issuedAt: ago(75), dueAt: ago(10), status: 'issued' }),
]

export const sampleBoard: ResponseBoard = {
  response: { state: sampleResponse, tips: [] },
  cards,
  others: [{ id: 'gas', title: { 'zh-CN': '燃气泄漏爆炸', en: 'Gas leak or explosion' } }],
  unreadable: [],
  receivedAt: ago(18),
  ringMinutes: 60,
  sources: { firstHalfHour: '江西省2023年实施基层应急能力巩固提升行动工作方案', ring: '' },
}

export const people = [
  { id: 'p1', name: '陈国平', post: '镇长', roles: ['townshipHead'] as const },
  { id: 'p2', name: '周敏', post: '副镇长', roles: ['leaderOnDuty'] as const },
]

const cut = (id: string, utility: OutageLine['utility'], name: string, since: number): OutageLine => ({
  id,
  tips: [],
  utility,
  village: { id: name, name },
  place: '',
  since: ago(since),
  source: '村主任',
  note: '',
  incident,
  repair: null,
  voided: false,
})
export const outages: readonly OutageLine[] = [
  cut('o1', 'road', '李家湾村', 40),
  cut('o2', 'power', '李家湾村', 35),
  {
    ...cut('o3', 'communication', '石门村', 50),
    repair: { at: ago(10), by: '电信公司', means: 'phone', note: '' },
  },
]
