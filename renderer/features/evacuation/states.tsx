import { rollUp } from '../../../shared/domain/evacuation/rollUp.ts'
import type { EvacuationHousehold, EvacuationLine } from '../../../shared/ipc/evacuations.ts'
import { viewStates } from '../../viewStates.ts'
import { CountDialog, MarkDialog, OrderEvacuationDialog } from './dialogs.tsx'
import { EvacuationView, type EvacuationViewProps } from './EvacuationView.tsx'

const NOW = Date.UTC(2026, 6, 13, 19, 30)
const nothing = () => undefined
const village = { id: 'v1', name: '李家湾村' }

const household = (
  id: string,
  name: string,
  state: EvacuationHousehold['mark'],
  more: Partial<EvacuationHousehold> = {},
) => ({
  id,
  name,
  group: '二组',
  people: 4,
  mark: state,
  contested: false,
  phone: '13900000111',
  zone: '沟口',
  vulnerable: [{ name: '张桂兰', kind: '独居老人', note: '' }],
  keeper: { name: '李建国', phone: '13900000112' },
  ...more,
})
const said = (state: 'moved' | 'refused' | 'missing'): EvacuationHousehold['mark'] => ({
  state,
  people: null,
  at: NOW - 600_000,
  by: '李建国',
  means: 'phone',
  note: state === 'refused' ? '舍不得牲口' : '',
})
const households: readonly EvacuationHousehold[] = [
  household('h1', '李长明', said('moved')),
  household('h2', '李长发', said('refused'), { contested: true }),
  household('h3', '王秀英', said('missing'), { people: null }),
  household('h4', '赵大山', null, { keeper: null, vulnerable: [], phone: '' }),
]
const list: EvacuationLine = {
  id: 'evacuation-incident-1-v1',
  tips: [],
  incident: 'incident-1',
  village,
  orders: [{ at: NOW - 1_200_000, zone: '沟口', shelter: '镇中心小学', authority: '陈国平', households: 4 }],
  households,
  counted: {
    counts: { should: 43, moved: 31, refused: null, missing: 0 },
    at: NOW - 300_000,
    by: '村主任',
    means: 'phone',
    note: '',
  },
  sum: rollUp({
    households: Object.fromEntries(households.map((one) => [one.id, one])),
    marks: Object.fromEntries(
      households
        .filter(({ mark }) => mark !== null)
        .map(({ id, mark }) => [
          id,
          { value: { ...mark } as never, by: { version: '', hlc: '', origin: '', name: '' } },
        ]),
    ),
  }),
}
const view: EvacuationViewProps = {
  incident: { id: 'incident-1', no: '0714-A01', title: '李家湾村山洪', open: true },
  lists: [list, { ...list, id: 'other', village: { id: 'v2', name: '石门村' }, households: [], counted: null }],
  current: 'evacuation-incident-1-v1/h4',
  onBack: nothing,
  onAct: nothing,
  onCurrent: nothing,
  onDetail: nothing,
}
export const evacuationStates = viewStates(EvacuationView, {
  empty: { ...view, lists: [] },
  running: view,
  closed: { ...view, incident: { ...view.incident, open: false } },
})

const frame = { pending: false, problem: undefined, onCancel: nothing, onConfirm: nothing }
export const orderEvacuationStates = viewStates(OrderEvacuationDialog, {
  open: { ...frame, villages: [village], village: 'v1', zones: [{ village: '李家湾村', zone: '沟口', households: 4 }] },
  noVillage: { ...frame, villages: [village], village: null, zones: [] },
})
const [first] = households
export const markStates = viewStates(
  MarkDialog,
  first ? { open: { ...frame, row: { key: 'k', list, household: first }, now: NOW } } : {},
)
export const countStates = viewStates(CountDialog, {
  open: { ...frame, villages: [village], village: 'v1', now: NOW },
})
