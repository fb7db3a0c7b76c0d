import { sumUp } from '../../../shared/domain/evacuation/rollUp.ts'
import type { IncidentRow } from '../../../shared/ipc/incidents.ts'
import type { Situation, SituationIncident } from '../../../shared/ipc/situation.ts'
import { viewStates } from '../../viewStates.ts'
import { incident, NOW, outages, sampleBoard, tasks } from '../response/samples.ts'
import { SituationListView, type SituationListViewProps } from './SituationListView.tsx'
import { SituationView, type SituationViewProps } from './SituationView.tsx'

const MINUTE = 60_000
const nothing = () => undefined

const row: IncidentRow = {
  ...incident,
  type: 'flashFlood',
  typeName: '山洪',
  level: 'relativelySerious',
  phase: 'responding',
  villageName: '李家湾村',
  place: '二组沟口',
  atMs: NOW - 25 * MINUTE,
  openedMs: NOW - 18 * MINUTE,
  changedMs: NOW,
  known: true,
  standing: 'open',
  mergedInto: null,
  bodies: [],
  calls: 10,
  figures: [
    { field: 'missing', official: null, said: [{ n: 2 }, { about: 3 }] },
    { field: 'injured', official: { value: { n: 1 }, claim: 'c', source: '村干部' }, said: [{ n: 1 }] },
    { field: 'evacuated', official: null, said: [{ n: 43 }] },
    { field: 'collapsedRooms', official: null, said: [null] },
  ],
  conflicts: 0,
}
const some = (households: number, people: number) => ({ households, people, unknown: 0 })
const sample: SituationIncident = {
  row,
  board: { response: sampleBoard.response, receivedAt: sampleBoard.receivedAt },
  steps: { all: 13, open: 9 },
  tasks,
  outages,
  asked: ['要冲锋舟、救生衣'],
  ordered: ['半小时内报失踪人数'],
  county: {
    read: 3,
    delivered: 9,
    waiting: 2,
    report: { kind: 'followUp', ordinal: 1, at: NOW - 6 * MINUTE },
    told: { to: '县应急管理局', route: 'phone', at: NOW - 12 * MINUTE },
  },
  evacuation: {
    should: some(12, 43),
    moved: some(9, 31),
    refused: some(1, 4),
    missing: some(0, 0),
    waiting: some(2, 8),
    returned: some(0, 0),
  },
}
const quiet: SituationIncident = {
  ...sample,
  row: { ...row, id: 'incident-2', no: '0714-B01', title: '石门村停电', level: 'ordinary', figures: [], atMs: null },
  board: { response: null, receivedAt: NOW - 5 * MINUTE },
  tasks: [],
  outages: [],
  asked: [],
  ordered: [],
  county: { read: 0, delivered: 0, waiting: 0, report: null, told: null },
  evacuation: sumUp([]),
}
const situation: Situation = {
  incidents: [sample, quiet],
  ringMinutes: 60,
  sources: sampleBoard.sources,
}

const one: SituationViewProps = {
  incident: sample,
  ringMinutes: 60,
  sources: sampleBoard.sources,
  alarms: [
    {
      id: 'incident-1/firstWritten/1',
      kind: 'report.firstWritten',
      subject: incident,
      who: '',
      urgency: 'ordinary',
      dueAt: NOW - 3 * MINUTE,
      stoppedAt: null,
      stage: 'red',
      sounding: false,
      wantsReason: true,
    },
  ],
  now: NOW,
  full: false,
  onBack: nothing,
  onBoard: nothing,
  onFull: nothing,
}
export const situationStates = viewStates(SituationView, {
  running: one,
  quiet: { ...one, incident: quiet, alarms: [] },
  full: { ...one, full: true },
})

const list: SituationListViewProps = {
  situation,
  alarms: [],
  now: NOW,
  full: false,
  onOpen: nothing,
  onFull: nothing,
}
export const situationListStates = viewStates(SituationListView, {
  loading: { ...list, situation: null },
  empty: { ...list, situation: { ...situation, incidents: [] } },
  several: list,
})
