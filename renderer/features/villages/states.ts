import type { VillageLine } from '../../../shared/ipc/villages.ts'
import { viewStates } from '../../viewStates.ts'
import { AddVillagesView, type AddVillagesViewProps } from './AddVillagesView.tsx'
import { formOf } from './model.ts'
import { VillageDialogView, type VillageDialogViewProps } from './VillageDialogView.tsx'
import { VillagesRoomView, type VillagesRoomViewProps } from './VillagesRoomView.tsx'

const nothing = () => undefined
const line = (id: string, name: string, part: Partial<VillageLine> = {}): VillageLine => ({
  id,
  tips: [],
  name,
  code: '',
  responsible: null,
  merged: null,
  retired: null,
  contested: [],
  ...part,
})
const lijiawan = line('v1', '李家湾村', {
  code: '510124103201',
  responsible: { id: 'p1', name: '李建国', phone: '13800000009' },
})
const room: VillagesRoomViewProps = {
  villages: [
    lijiawan,
    line('v2', '王家坪村'),
    line('v3', '石门村', { merged: { id: 'v1', name: '李家湾村', reason: '合村并组' } }),
    line('v4', '龙潭村', { retired: '划出' }),
  ],
  all: false,
  onAll: nothing,
  onAdd: nothing,
  onOpen: nothing,
}
export const villagesRoomStates = viewStates(VillagesRoomView, {
  empty: { ...room, villages: [] },
  some: room,
  all: { ...room, all: true },
})

const dialog: VillageDialogViewProps = {
  title: '李家湾村',
  form: formOf(lijiawan),
  people: [{ id: 'p1', label: '李建国', note: '13800000009' }],
  nameMissing: false,
  pending: false,
  refusal: undefined,
  notes: [],
  actions: null,
  onChange: nothing,
  onSave: nothing,
  onClose: nothing,
}
export const villageDialogStates = viewStates(VillageDialogView, {
  edit: dialog,
  nameMissing: { ...dialog, form: { ...dialog.form, name: '' }, nameMissing: true },
  merged: { ...dialog, notes: ['已合并到“李家湾村”：合村并组'] },
  refused: { ...dialog, refusal: '代码“5101”不对，应为 12 位数字，没有保存。' },
})

const add: AddVillagesViewProps = {
  names: '',
  count: 0,
  pending: false,
  refusal: undefined,
  onNames: nothing,
  onAdd: nothing,
  onClose: nothing,
}
export const addVillagesStates = viewStates(AddVillagesView, {
  empty: add,
  some: { ...add, names: '新塘村\n大岭村', count: 2 },
})
