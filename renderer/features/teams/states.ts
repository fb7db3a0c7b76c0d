import type { TeamDetail, TeamLine, TeamLoad } from '../../../shared/ipc/teams.ts'
import { viewStates } from '../../viewStates.ts'
import { MemberFormView } from './MemberFormView.tsx'
import { MergeDialogView } from './MergeDialogView.tsx'
import { EMPTY_MEMBER, EMPTY_TEAM, memberProblems, teamFormOf, teamProblems } from './model.ts'
import { StateDialogView } from './StateDialogView.tsx'
import { TeamDetailView } from './TeamDetailView.tsx'
import { TeamFormView } from './TeamFormView.tsx'
import { TeamsRoomView } from './TeamsRoomView.tsx'

const nothing = () => undefined
const AT = Date.UTC(2026, 6, 13, 18, 40)

const village: TeamLine = {
  id: 'team-1',
  tips: [],
  name: '李家湾村应急救援队',
  kind: 'village',
  village: { id: 'v1', name: '李家湾村' },
  leader: { name: '李建国', phone: '13800000011' },
  phone: '0796-8123456',
  skills: ['水上救援', '挖掘机'],
  equipment: [
    { name: '铁锹', count: 20, unit: '把' },
    { name: '雨衣', count: 30, unit: '件' },
    { name: '救生衣', unit: '' },
  ],
  strength: 12,
  note: '',
  members: 12,
  state: 'dispatched',
  reason: '二组滑坡抢险',
  since: { atMs: AT, by: '张伟' },
  position: null,
  merged: null,
  retired: null,
  contested: 0,
}
const township: TeamLine = {
  ...village,
  id: 'team-2',
  name: '清溪镇综合应急救援队',
  kind: 'township',
  village: null,
  leader: { name: '刘芳', phone: '13800000021' },
  strength: 26,
  members: 24,
  state: 'standby',
  reason: '',
  since: null,
  contested: 1,
}
const militia: TeamLine = {
  ...village,
  id: 'team-3',
  name: '民兵应急排',
  kind: 'militia',
  village: null,
  leader: null,
  phone: '',
  skills: [],
  equipment: [],
  strength: null,
  members: 0,
  state: 'unavailable',
  reason: '车辆检修',
}
const merged: TeamLine = {
  ...militia,
  id: 'team-4',
  name: '李家湾队',
  merged: { id: village.id, name: village.name, reason: '重复登记' },
}
const retired: TeamLine = { ...militia, id: 'team-5', name: '老石门村救援队', retired: '并村后撤销' }

const member = (id: string, name: string, post: string, phone: string, skills: readonly string[] = []) => ({
  id,
  name,
  post,
  phone,
  skills,
  team: village.id,
})

const loads: readonly TeamLoad[] = [
  { id: 'team-1', state: 'dispatched', open: 2, place: { how: 'arrived', place: '李家湾村二组', at: AT } },
  { id: 'team-2', state: 'standby', open: 0, place: { how: 'said', place: '镇政府大院', at: AT } },
  { id: 'team-3', state: 'unavailable', open: 1, place: { how: 'departed', place: '石门水库', at: AT } },
]

const room = {
  loads,
  teams: [village, township, militia],
  showPast: false,
  exporting: false,
  onShowPast: nothing,
  onOpen: nothing,
  onAdd: nothing,
  onImport: nothing,
  onExport: nothing,
  onTemplate: nothing,
}

export const teamsRoomStates = viewStates(TeamsRoomView, {
  empty: { ...room, teams: [] },
  some: room,
  past: { ...room, teams: [...room.teams, merged, retired], showPast: true },
  exporting: { ...room, exporting: true },
})

const detail: TeamDetail = {
  team: village,
  members: [
    member('m1', '李建国', '队长', '13800000011', ['急救']),
    member('m2', '王强', '队员', '13800000012', ['挖掘机', '电工']),
    member('m3', '赵敏', '', ''),
  ],
  contestedFields: [],
  mergedFrom: [],
}
const detailActs = {
  onClose: nothing,
  onEdit: nothing,
  load: loads[0] ?? null,
  onLocate: nothing,
  onState: nothing,
  onRetire: nothing,
  onRestore: nothing,
  onMerge: nothing,
  onUnmerge: nothing,
  onOpenTeam: nothing,
  onAddMember: nothing,
  onEditMember: nothing,
  onRemoveMember: nothing,
}

export const teamDetailStates = viewStates(TeamDetailView, {
  dispatched: { ...detailActs, detail: { ...detail, mergedFrom: [{ id: merged.id, name: merged.name }] } },
  bare: { ...detailActs, detail: { ...detail, team: militia, members: [] } },
  contested: {
    ...detailActs,
    detail: {
      ...detail,
      team: township,
      contestedFields: [
        {
          field: 'leader',
          member: null,
          values: [
            { value: { name: '刘芳', phone: '13800000021' }, by: '张伟', atMs: AT },
            { value: null, by: '陈明', atMs: AT - 600_000 },
          ],
        },
        {
          field: 'status',
          member: null,
          values: [
            { value: { state: 'standby', reason: '' }, by: '张伟', atMs: AT },
            { value: { state: 'dispatched', reason: '二组滑坡' }, by: '陈明', atMs: AT - 600_000 },
          ],
        },
        {
          field: 'phone',
          member: '王强',
          values: [
            { value: '13800000012', by: '张伟', atMs: AT },
            { value: '13900000012', by: '陈明', atMs: AT - 60_000 },
          ],
        },
      ],
    },
  },
  merged: { ...detailActs, detail: { ...detail, team: merged, members: [] } },
  retired: { ...detailActs, detail: { ...detail, team: retired, members: [] } },
})

const form = {
  mode: 'add',
  form: EMPTY_TEAM,
  villages: [
    { id: 'v1', name: '李家湾村', registered: true },
    { id: 'name:李家沟村', name: '李家沟村', registered: false },
  ],
  problems: {},
  problem: undefined,
  pending: false,
  onChange: nothing,
  onSave: nothing,
  onCancel: nothing,
} as const
const wrong = { ...EMPTY_TEAM, leaderPhone: '1.38E+10', phone: '12', strength: '三十' }

export const teamFormStates = viewStates(TeamFormView, {
  empty: form,
  edit: { ...form, mode: 'edit', form: teamFormOf(village) },
  problems: { ...form, form: wrong, problems: teamProblems(wrong) },
  refused: { ...form, form: teamFormOf(village), problem: '没有保存：本乡镇已有“李家湾村应急救援队”。' },
})

const memberForm = {
  mode: 'add',
  form: EMPTY_MEMBER,
  problems: {},
  problem: undefined,
  pending: false,
  onChange: nothing,
  onSave: nothing,
  onCancel: nothing,
} as const

export const memberFormStates = viewStates(MemberFormView, {
  add: memberForm,
  edit: { ...memberForm, mode: 'edit', form: { name: '王强', post: '队员', phone: '13800000012', skills: '电工' } },
  problems: { ...memberForm, problems: memberProblems({ ...EMPTY_MEMBER, phone: '12' }), problem: '没有保存。' },
})

const stateDialog = { team: village.name, pending: false, problem: undefined, onConfirm: nothing, onCancel: nothing }

export const stateDialogStates = viewStates(StateDialogView, {
  dispatched: { ...stateDialog, state: 'dispatched' },
  unavailable: { ...stateDialog, state: 'unavailable', problem: '没有保存：改为“不可用”需要写明原因。' },
})

export const mergeDialogStates = viewStates(MergeDialogView, {
  asking: {
    team: merged.name,
    others: [{ id: village.id, name: village.name, village: '李家湾村' }],
    pending: false,
    problem: undefined,
    onConfirm: nothing,
    onCancel: nothing,
  },
})
