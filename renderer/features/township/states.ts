import { viewStates } from '../../viewStates.ts'
import { ConsolesPanelView, type ConsolesPanelViewProps } from './ConsolesPanelView.tsx'
import { DivisionDialogView } from './DivisionDialogView.tsx'
import { InvitationView } from './InvitationView.tsx'
import { TownshipPanelView, type TownshipPanelViewProps } from './TownshipPanelView.tsx'

const nothing = () => undefined
const township: TownshipPanelViewProps = {
  township: { division: '510124103', mode: 'normal' },
  form: { name: '青石镇', county: '云岭县', organisation: 'town' },
  mayEdit: true,
  pending: false,
  refusal: undefined,
  onChange: nothing,
  onSave: nothing,
  onMode: nothing,
  onDivision: nothing,
}
export const townshipPanelStates = viewStates(TownshipPanelView, {
  normal: township,
  emergency: { ...township, township: { division: '510124103', mode: 'emergency' } },
  notAdministrator: { ...township, mayEdit: false },
  refused: { ...township, refusal: '本机处理这一步时出错，没有写入任何内容。' },
})

const division = {
  division: '510124103',
  pending: false,
  refusal: undefined,
  onConfirm: nothing,
  onCancel: nothing,
}
export const divisionDialogStates = viewStates(DivisionDialogView, {
  asked: division,
  refused: { ...division, refusal: '本机已在县里登记，区划代码不能再改，没有改动。' },
})

const consoles: ConsolesPanelViewProps = {
  consoles: [
    { id: 'c1', letter: 'A', name: '值班室主机', own: true },
    { id: 'c2', letter: 'B', name: '二楼会商室', own: false },
  ],
  mayInvite: true,
  progress: { state: 'idle' },
  idleMinutes: '0',
  onInvite: nothing,
  onSheet: nothing,
  onIdleMinutes: nothing,
}
export const consolesPanelStates = viewStates(ConsolesPanelView, {
  idle: consoles,
  writing: { ...consoles, progress: { state: 'writing', done: 1200, total: 8400 } },
  notAdministrator: { ...consoles, mayInvite: false, idleMinutes: '10' },
})

export const invitationStates = viewStates(InvitationView, {
  saved: { code: 'K7QF-2M9X-4TBN', letter: 'B', file: '已保存到 D:\\青石镇 B.zsjoin', onClose: nothing },
})
