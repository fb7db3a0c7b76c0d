import type { HouseholdRow } from '../../../shared/domain/household/sheet.ts'
import type { HouseholdLine } from '../../../shared/ipc/households.ts'
import { viewStates } from '../../viewStates.ts'
import { HouseholdDialog } from './HouseholdDialog.tsx'
import { HouseholdsRoomView, type HouseholdsRoomViewProps } from './HouseholdsRoomView.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { EMPTY_FORM, formOf } from './model.ts'

const nothing = () => undefined

const sample: HouseholdLine = {
  id: 'household-1',
  tips: [],
  name: '李长明',
  village: { id: 'v1', name: '李家湾村' },
  group: '二组',
  people: 5,
  phone: '13900000111',
  zone: '二组后山滑坡',
  vulnerable: [{ name: '张桂兰', kind: '独居老人', note: '' }],
  keeper: { name: '李建国', phone: '13900000112' },
  note: '',
  retired: null,
}
const room: HouseholdsRoomViewProps = {
  households: [sample, { ...sample, id: 'household-2', name: '王秀英', people: null, keeper: null }],
  all: false,
  reading: null,
  onAll: nothing,
  onAdd: nothing,
  onFile: nothing,
  onOpen: nothing,
}
export const householdsRoomStates = viewStates(HouseholdsRoomView, {
  empty: { ...room, households: [] },
  gaps: room,
  all: { ...room, all: true, households: [...room.households, { ...sample, id: 'h3', retired: '已搬迁' }] },
  reading: { ...room, reading: '重点户.xlsx' },
})

const frame = { pending: false, problem: undefined, onCancel: nothing, onConfirm: nothing }
export const householdDialogStates = viewStates(HouseholdDialog, {
  add: { ...frame, title: '登记重点户', start: EMPTY_FORM, villages: [{ id: 'v1', name: '李家湾村' }] },
  edit: { ...frame, title: '李长明', start: formOf(sample), villages: [{ id: 'v1', name: '李家湾村' }] },
})
const row = (n: number, issues: HouseholdRow['issues']): HouseholdRow => ({
  sheet: '重点户',
  row: n,
  fields: sample,
  issues,
})
export const importDialogStates = viewStates(ImportDialog, {
  clean: { ...frame, file: '重点户.xlsx', rows: [row(3, [])] },
  doubts: {
    ...frame,
    file: '重点户.xlsx',
    rows: [
      row(3, []),
      row(4, [{ code: 'phone', text: '1.39E+10', at: 'E4' }]),
      row(5, [{ code: 'noName', text: '', at: 'C5' }]),
    ],
  },
})
