import type { DrillLine } from '../../../shared/ipc/drill.ts'
import { viewStates } from '../../viewStates.ts'
import { DrillBarView } from './DrillBarView.tsx'
import { DrillInView } from './DrillInView.tsx'
import { DrillStartView } from './DrillStartView.tsx'
import { PastDrillsView } from './PastDrillsView.tsx'

const nothing = () => undefined
const now = Date.UTC(2026, 6, 14, 6, 40)
const counts = {
  minutes: 95,
  events: 64,
  calls: 7,
  incidents: 2,
  tasks: 11,
  reports: 3,
  missed: 1,
  closedIncidents: 1,
  closedTasks: 2,
  closedResponses: 1,
}
const drill: DrillLine = {
  id: 'drill-1',
  name: '防汛转移避险演练',
  plannedEnd: now + 3_600_000,
  startedAt: now - 1_800_000,
  startedBy: '李文博',
  consoles: ['A 值班室', 'B 副控台'],
  ended: null,
}
const ended: DrillLine = { ...drill, consoles: [], ended: { at: now - 60_000, by: '周建国', counts } }

export const drillBarStates = viewStates(DrillBarView, {
  running: { drill, realAlarms: 0, now, onReal: nothing, onManage: nothing },
  realAlarms: { drill, realAlarms: 2, now, onReal: nothing, onManage: nothing },
  pastEnd: { drill, realAlarms: 0, now: now + 2 * 3_600_000, onReal: nothing, onManage: nothing },
  endedElsewhere: { drill: ended, realAlarms: 0, now, onReal: nothing, onManage: nothing },
  locked: { drill, realAlarms: 0, now, onReal: nothing, onManage: null },
})

const start = {
  running: [],
  name: '',
  plannedEnd: now + 2 * 3_600_000,
  now,
  problems: { name: undefined, plannedEnd: undefined },
  refusal: undefined,
  pending: false,
  onName: nothing,
  onPlannedEnd: nothing,
  onStart: nothing,
  onJoin: nothing,
  onPast: nothing,
  onClose: nothing,
}

export const drillStartStates = viewStates(DrillStartView, {
  empty: start,
  missing: { ...start, plannedEnd: null, problems: { name: '请写演练名称。', plannedEnd: '请写计划结束时间。' } },
  running: { ...start, running: [drill, { ...drill, id: 'drill-2', name: '地震桌面推演', consoles: [] }] },
  refused: { ...start, name: '防汛演练', refusal: '本机已在演练中。', pending: true },
})

const past = { onOpen: nothing, onReview: nothing, onClose: nothing }
const incident = { id: 'incident-1', no: '演-0714-A01', title: '李家湾村二组后山滑坡', receivedAt: now - 1_500_000 }

export const pastDrillsStates = viewStates(PastDrillsView, {
  none: { ...past, drills: [], open: null, incidents: null },
  gathering: { ...past, drills: [ended], open: ended.id, incidents: null },
  one: {
    ...past,
    drills: [ended, { ...ended, id: 'drill-2', name: '地震桌面推演', startedAt: null }],
    open: ended.id,
    incidents: [incident, { ...incident, id: 'incident-2', no: '演-0714-A02', title: '石桥河水位上涨' }],
  },
  withoutIncidents: { ...past, drills: [ended], open: ended.id, incidents: [] },
})

const inside = {
  drill,
  now,
  open: null,
  refusal: undefined,
  pending: false,
  onLeave: nothing,
  onEnd: nothing,
  onClose: nothing,
}

export const drillInStates = viewStates(DrillInView, {
  counting: inside,
  closing: { ...inside, open: { closedIncidents: 2, closedTasks: 5, closedResponses: 1 } },
  nothingOpen: { ...inside, open: { closedIncidents: 0, closedTasks: 0, closedResponses: 0 } },
  endedElsewhere: { ...inside, drill: ended, refusal: '这次演练已经结束。' },
})
