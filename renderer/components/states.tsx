import { DELIVERIES } from '../../shared/ipc/sync.ts'
import { viewStates } from '../viewStates.ts'
import { Button } from './Button.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import { DeliveryMark } from './DeliveryMark.tsx'
import { EmptyState } from './EmptyState.tsx'
import { LevelMark } from './LevelMark.tsx'
import { Ledger, type LedgerProps } from './ledger/Ledger.tsx'
import { NoticesView } from './Notices.tsx'
import { Panel } from './Panel.tsx'
import { PrintSheetView } from './print/PrintSheetView.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { StatusTag } from './StatusTag.tsx'
import { TextField } from './TextField.tsx'
import { UnreadDialog, UnreadPlace } from './Unread.tsx'

const nothing = () => undefined

export const deliveryMarkStates = viewStates(
  DeliveryMark,
  Object.fromEntries(DELIVERIES.map((delivery) => [delivery, { delivery }])),
)

export const levelMarkStates = viewStates(LevelMark, {
  especiallySerious: { level: 'especiallySerious' },
  serious: { level: 'serious' },
  relativelySerious: { level: 'relativelySerious' },
  ordinary: { level: 'ordinary' },
  undetermined: { level: 'undetermined' },
})

export const statusTagStates = viewStates(StatusTag, {
  mute: { tone: 'mute', children: '已完成' },
  info: { tone: 'info', children: '处置中' },
  good: { tone: 'good', children: '已送达县' },
  warn: { tone: 'warn', children: '超时未报' },
  bad: { tone: 'bad', children: '未被接收' },
})

export const reasonDialogStates = viewStates(ReasonDialog, {
  asking: { title: '作废这条记录', confirm: '作废', danger: true, onConfirm: nothing, onCancel: nothing },
  refused: {
    title: '作废这条记录',
    explanation: '作废的记录仍保留在日志中。',
    confirm: '作废',
    problem: '这条记录已经作废。',
    onConfirm: nothing,
    onCancel: nothing,
  },
})

export const noticesStates = viewStates(NoticesView, {
  refused: {
    notices: [
      { id: 1, tone: 'bad', text: '请先登录，再做这件事。已输入的内容没有丢失。' },
      { id: 2, tone: 'good', text: '已记录' },
    ],
    onPutAway: nothing,
  },
})

export const fieldStates = viewStates(TextField, {
  empty: { label: '姓名', value: '', required: true, placeholder: '如：王建军', onChange: nothing },
  wrong: { label: '手机号', value: '1380', problem: '手机号应为 11 位数字。', onChange: nothing },
})

export const choiceStates = viewStates(ChoiceField, {
  chosen: {
    label: '级别',
    value: 'b',
    options: [
      { value: 'a', label: '一般' },
      { value: 'b', label: '较大' },
    ],
    onChange: nothing,
  },
})

export const panelStates = viewStates(Panel, {
  empty: {
    title: '队伍',
    children: (
      <EmptyState
        title="还没有登记队伍"
        hint="可以从现有的 Excel 名册导入。"
        action={<Button kind="primary">导入名册</Button>}
      />
    ),
  },
})

export const printSheetStates = viewStates(PrintSheetView, {
  log: {
    title: '值班日志',
    facts: ['云岭县青石镇', '2026-07-14', '校验码：12-9F3A01C2'],
    columns: [{ title: '时间' }, { title: '内容' }],
    rows: [['02:40', '李家湾二组后山滑坡']],
    signatures: ['值班员', '带班领导'],
  },
})

interface Person {
  readonly name: string
  readonly village: string
  readonly members: number
}
const people: Person[] = Array.from({ length: 60 }, (_, at) => ({
  name: ['王建军', '李秀兰', '张伟', '刘洋', '陈静'][at % 5] ?? '',
  village: ['李家湾村', '石门村', '柳树坪村'][at % 3] ?? '',
  members: (at * 7) % 31,
}))
const ledger: LedgerProps<Person & { readonly id: string }> = {
  id: 'specimen',
  title: '应急队伍',
  columns: [
    { key: 'name', title: '姓名', value: (row) => row.name, width: 140 },
    { key: 'village', title: '村', value: (row) => row.village },
    { key: 'members', title: '人数', value: (row) => row.members, width: 110, align: 'end' },
    {
      key: 'state',
      title: '状态',
      value: (row) => (row.members > 20 ? '在岗' : '待命'),
      render: (row) => (
        <StatusTag tone={row.members > 20 ? 'good' : 'mute'}>{row.members > 20 ? '在岗' : '待命'}</StatusTag>
      ),
      width: 120,
    },
  ],
  rows: people.map((person, at) => ({ ...person, id: String(at) })),
  rowId: (row) => row.id,
  rowTone: (row) => (row.members === 7 ? 'void' : row.members === 14 ? 'alarm' : 'normal'),
  empty: '还没有登记队伍',
}

export const ledgerStates = viewStates(Ledger<Person & { readonly id: string }>, {
  full: ledger,
  empty: { ...ledger, rows: [] },
})

const unread = { pending: false, still: false, onAgain: nothing, onReload: nothing }
export const unreadPlaceStates = viewStates(UnreadPlace, {
  unread,
  trying: { ...unread, pending: true },
  still: { ...unread, still: true },
})

export const unreadDialogStates = viewStates(UnreadDialog, {
  unread: { ...unread, onClose: nothing },
  stillMustStay: { ...unread, still: true },
})
