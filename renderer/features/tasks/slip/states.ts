import type { TaskSlip } from '../../../../shared/domain/task/slip.ts'
import { viewStates } from '../../../viewStates.ts'
import { SlipDialogView } from './SlipDialogView.tsx'

const nothing = () => undefined
const slip: TaskSlip = {
  drill: '',
  title: '应急任务单',
  number: '编号：0714-A03',
  township: '清溪镇',
  facts: [
    { name: '承办', value: '镇应急救援队' },
    { name: '电话', value: '13900000001' },
    { name: '下达时间', value: '2026年7月14日2时58分' },
    { name: '完成时限', value: '2026年7月14日3时28分' },
    { name: '紧急程度', value: '涉及生命安全' },
    { name: '事件', value: '李家湾二组后山滑坡' },
    { name: '地点', value: '李家湾村二组' },
  ],
  scriptTitle: '任务内容',
  script: [
    '现有险情：李家湾二组后山滑坡。地点：李家湾村二组。',
    '请你们立即执行：转移坡脚三户。老人由两人搀扶，不走河沟。',
    '注意，王家坪村漫水桥道路中断。注意安全：不得清理沟道；不得返回取物。',
  ],
  signatures: ['下达人（张伟）', '带班领导', '接收人（收到）', '承办人（完成）', '核销人（不得为承办人）'],
  signLine: '月   日   时   分',
  headCode: '日志校验码 K7QF-2M9X',
}
const asked = {
  slip,
  size: 'a5',
  pending: false,
  onSize: nothing,
  onPrint: nothing,
  onWord: nothing,
  onPdf: nothing,
  onClose: nothing,
} as const

export const slipDialogStates = viewStates(SlipDialogView, {
  a5: asked,
  drill: { ...asked, size: 'a4', slip: { ...slip, drill: '演练' } },
})
