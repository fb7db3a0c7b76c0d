import type { PersonLine } from '../../../shared/ipc/people.ts'
import { viewStates } from '../../viewStates.ts'
import { CodeView } from './CodeView.tsx'
import { LikelySameView, type LikelySameViewProps } from './LikelySameView.tsx'
import { MergeView, type MergeViewProps } from './MergeView.tsx'
import { EMPTY_PERSON, formOf } from './model.ts'
import { PeopleRoomView, type PeopleRoomViewProps } from './PeopleRoomView.tsx'
import { PersonDialogView, type PersonDialogViewProps } from './PersonDialogView.tsx'

const nothing = () => undefined
const line = (id: string, name: string, part: Partial<PersonLine> = {}): PersonLine => ({
  id,
  tips: [],
  name,
  phone: '',
  post: '',
  roles: [],
  merged: null,
  revoked: null,
  contested: [],
  access: 'none',
  ...part,
})
const chen = line('p1', '陈秀英', {
  post: '应急办主任',
  phone: '13800000001',
  roles: ['administrator'],
  access: 'password',
})
const zhang = line('p2', '张伟', { post: '值班员', roles: ['dutyOfficer'], access: 'code', contested: ['phone'] })
const people: readonly PersonLine[] = [
  chen,
  zhang,
  line('p3', '张伟', { phone: '13800000003', merged: { id: 'p2', name: '张伟', reason: '重复录入' } }),
  line('p4', '李强', {
    roles: ['staff'],
    revoked: { reason: '调离', by: '陈秀英', atMs: Date.UTC(2026, 6, 13, 0, 0) },
  }),
]

const room: PeopleRoomViewProps = {
  people,
  likelySame: 0,
  all: false,
  onAll: nothing,
  onAdd: nothing,
  onOpen: nothing,
  onLikelySame: nothing,
}
export const peopleRoomStates = viewStates(PeopleRoomView, {
  empty: { ...room, people: [] },
  some: room,
  all: { ...room, all: true, likelySame: 2 },
})

const dialog: PersonDialogViewProps = {
  title: '陈秀英',
  form: formOf(chen),
  nameMissing: false,
  mayAuthorise: true,
  pending: false,
  refusal: undefined,
  onChange: nothing,
  onSave: nothing,
  onClose: nothing,
}
export const personDialogStates = viewStates(PersonDialogView, {
  edit: dialog,
  add: { ...dialog, form: EMPTY_PERSON, nameMissing: true },
  notAdministrator: { ...dialog, mayAuthorise: false },
  revoked: { ...dialog, notes: ['此人的权限已由陈秀英撤销：调离'] },
  refused: { ...dialog, refusal: '至少要保留一名管理员，没有改动。请先指定另一名管理员。', pending: true },
})

const merge: MergeViewProps = {
  title: '合并：张伟',
  explanation: '两条记录都会保留。',
  label: '合并到',
  options: [{ id: 'p1', label: '陈秀英' }],
  into: null,
  reason: '',
  asked: false,
  pending: false,
  refusal: undefined,
  onInto: nothing,
  onReason: nothing,
  onMerge: nothing,
  onClose: nothing,
}
export const mergeStates = viewStates(MergeView, {
  empty: merge,
  missing: { ...merge, asked: true },
  refused: { ...merge, into: 'p1', reason: '同一人', refusal: '其中一条已经合并过，没有改动。请刷新后再选择。' },
})

const likely: LikelySameViewProps = {
  groups: [
    { by: 'phone', people: [chen, zhang] },
    { by: 'name', people: [zhang, line('p3', '张伟')] },
  ],
  people,
  pending: false,
  refusal: undefined,
  onMerge: nothing,
  onClose: nothing,
}
export const likelySameStates = viewStates(LikelySameView, { none: { ...likely, groups: [] }, some: likely })

export const codeStates = viewStates(CodeView, {
  code: { name: '张伟', code: 'K7QF-2M9X', expiresMs: Date.UTC(2026, 6, 20, 0, 0), onClose: nothing },
})
