import type { Alarm } from '../../../shared/ipc/alarms.ts'
import { viewStates } from '../../viewStates.ts'
import { AlarmBadgeView } from './AlarmBadgeView.tsx'
import { AlarmListView } from './AlarmListView.tsx'
import { AlarmMark } from './AlarmMark.tsx'
import { AlarmStripView } from './AlarmStripView.tsx'
import './alarms.css'

const nothing = () => undefined
const now = Date.UTC(2026, 6, 13, 19, 40)
const MINUTE = 60_000

const overdue: Alarm = {
  id: 'task-1/due/1',
  kind: 'task.due',
  subject: { id: 'task-1', no: '0714-A03', title: '转移李家湾二组坡脚三户' },
  who: '镇应急救援队',
  urgency: 'life-safety',
  dueAt: now - 12 * MINUTE,
  stoppedAt: null,
  stage: 'red',
  sounding: true,
  wantsReason: true,
}
const silentTeam: Alarm = {
  ...overdue,
  id: 'task-2/acknowledge/1',
  kind: 'task.acknowledge',
  subject: { id: 'task-2', no: '0714-A04', title: '查看石门水库溢洪道' },
  who: '石门村',
  urgency: 'ordinary',
  dueAt: now - 3 * MINUTE,
}
const arrived: Alarm = {
  ...overdue,
  id: 'order:01/acknowledge/1',
  kind: 'order.acknowledge',
  subject: { id: 'order:01', no: '0714-县01', title: '立即转移山洪危险区群众' },
  who: '周敏',
  dueAt: now + 2 * MINUTE,
  stage: 'amber',
  wantsReason: false,
}
const soon: Alarm = {
  ...arrived,
  id: 'order:02/reply/1',
  kind: 'order.reply',
  subject: { id: 'order:02', no: '0714-县02', title: '报送防汛值班安排' },
  urgency: 'ordinary',
  dueAt: now + 20 * MINUTE,
  sounding: false,
}
const late: Alarm = { ...overdue, id: 'task-3/due/1', stoppedAt: now - 2 * MINUTE, sounding: false }
const explained: Alarm = { ...overdue, id: 'task-4/due/1', sounding: false, wantsReason: false }

export const alarmMarkStates = viewStates(AlarmMark, {
  red: { alarm: overdue },
  late: { alarm: late },
  soon: { alarm: soon },
  arrived: { alarm: arrived },
})

const strip = { now, muted: false, pending: false, onHeard: nothing, onOpen: nothing, onAll: null }

export const alarmStripStates = viewStates(
  AlarmStripView,
  Object.fromEntries(
    Object.entries({ overdue, silentTeam, arrived, soon }).map(([name, alarm], index) => [
      name,
      {
        alarm,
        more: index,
        now,
        muted: index === 1,
        pending: false,
        onHeard: nothing,
        onOpen: nothing,
        onAll: nothing,
      },
    ]),
  ),
)

export const realAlarmStripStates = viewStates(AlarmStripView, {
  real: { real: true, alarm: overdue, more: 0, ...strip },
  realOrders: { real: true, alarm: arrived, more: 2, ...strip },
})

export const alarmBadgeStates = viewStates(AlarmBadgeView, {
  none: { count: 0, wantReason: 0, red: 0, onOpen: nothing },
  soon: { count: 1, wantReason: 0, red: 0, onOpen: nothing },
  red: { count: 4, wantReason: 2, red: 2, onOpen: nothing },
})

const list = {
  now,
  rulesBroken: false,
  pending: false,
  onHeard: nothing,
  onExplain: nothing,
  onOpen: nothing,
  onClose: nothing,
}
export const alarmListStates = viewStates(AlarmListView, {
  empty: { ...list, alarms: [] },
  full: { ...list, alarms: [overdue, silentTeam, arrived, soon, late, explained] },
  rulesBroken: { ...list, alarms: [soon], rulesBroken: true },
})
