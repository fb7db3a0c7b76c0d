import { createElement } from 'react'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { FLAG_DRILL, FLAG_IMPORTED } from '../../../shared/protocol/envelope.ts'
import { viewStates } from '../../viewStates.ts'
import { CorrectEntryView } from './EditEntry.tsx'
import { LogEntryFormView } from './LogEntryForm.tsx'
import { LogRoomView, type LogRoomViewProps } from './LogRoomView.tsx'
import { NO_FILTER } from './model.ts'

const nothing = () => undefined
const night = Date.UTC(2026, 6, 13, 18, 40)
const minute = 60_000
const li = { person: 'person-li', name: '李文博', role: 'dutyOfficer' }
const zhou = { person: 'person-zhou', name: '周建国', role: 'leaderOnDuty' }

function line(at: number, part: Partial<LogLine> & Pick<LogLine, 'kind' | 'body'>): LogLine {
  return {
    id: 1000 - at,
    version: at.toString(16).padStart(16, '0'),
    atMs: night - at * 17 * minute,
    entity: `x-${at}`,
    author: li,
    approver: null,
    origin: 'd1',
    flags: 0,
    delivery: 'stored',
    concurrent: false,
    ineffective: false,
    label: '',
    entry: null,
    ...part,
  }
}
function entry(at: number, text: string, part: Partial<LogLine> = {}, now: Partial<LogLine['entry']> = {}): LogLine {
  const told = night - at * 17 * minute
  return line(at, {
    kind: 'log.entered',
    body: { at: told, text },
    entry: { tips: [], at: told, text, corrected: false, voided: null, author: li.person, ...now },
    ...part,
  })
}

const lines: readonly LogLine[] = [
  entry(0, '石门村报告村口漫水桥水位上涨，已安排专人值守，禁止车辆通行。'),
  entry(1, '转移15人', { delivery: 'delivered' }, { text: '转移16人，均已安置在村小学', corrected: true }),
  entry(2, '误记一条', { delivery: 'delivered' }, { voided: { reason: '与上一条重复', by: '李文博' } }),
  line(3, {
    kind: 'log.corrected',
    body: { set: { text: '转移16人，均已安置在村小学' }, reason: '点名后更正' },
    delivery: 'read',
  }),
  line(4, {
    kind: 'duty.taken',
    entity: 'duty-leader',
    body: { person: { id: 'p', name: '周建国' }, from: { id: 'q', name: '王志强' }, note: '' },
    author: zhou,
    concurrent: true,
    delivery: 'redeliver',
  }),
  line(5, {
    kind: 'township.modeChanged',
    body: { mode: 'emergency', reason: '县防办发布暴雨红色预警' },
    author: zhou,
    delivery: 'rejected',
  }),
  line(6, { kind: 'console.powerChanged', body: { onBattery: true, percent: 86 }, author: null }),
  line(7, { kind: 'person.added', body: { name: '陈秀英', roles: ['staff'] }, flags: FLAG_IMPORTED, delivery: null }),
  entry(8, '演练：模拟李家湾二组山体滑坡，启动先期处置。', { flags: FLAG_DRILL, approver: zhou }),
  line(90, { kind: 'future.kind', body: { whatever: true }, ineffective: true, flag: 'afterRevocation' }),
  line(91, {
    kind: 'console.started',
    body: { version: '0.1.0', lastSeen: night - 40 * 3_600_000 },
    author: { person: null, name: '李文博', role: 'staff' },
  }),
]

const room: LogRoomViewProps = {
  state: 'ready',
  lines,
  more: false,
  person: li.person,
  filtered: false,
  entryForm: createElement(LogEntryFormView, {
    text: '',
    pending: false,
    onText: nothing,
    onLeave: nothing,
    onSubmit: nothing,
  }),
  form: NO_FILTER,
  authors: [{ id: li.person, name: li.name }],
  gathered: null,
  onChange: nothing,
  onMore: nothing,
  onAct: nothing,
  onOpen: nothing,
  onExport: nothing,
  onPrint: nothing,
  onCancel: nothing,
}

export const logRoomStates = viewStates(LogRoomView, {
  full: room,
  empty: { ...room, lines: [] },
  reading: { ...room, lines: [], state: 'reading' },
  nothingFound: { ...room, lines: [], filtered: true, form: { ...NO_FILTER, text: '冰湖' } },
  failed: { ...room, lines: [], state: 'failed' },
  gathering: { ...room, gathered: 1500 },
})

export const correctEntryStates = viewStates(CorrectEntryView, {
  asking: { text: '转移15人', pending: false, problem: undefined, onConfirm: nothing, onCancel: nothing },
  refused: { text: '转移15人', pending: false, problem: '内容没有变化。', onConfirm: nothing, onCancel: nothing },
})
