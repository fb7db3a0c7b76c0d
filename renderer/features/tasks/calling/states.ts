import type { Callee, RingOutcome, TaskRing } from '../../../../shared/domain/task/rings.ts'
import { makeHlc } from '../../../../shared/protocol/hlc.ts'
import { viewStates } from '../../../viewStates.ts'
import { NOW, sampleRow } from '../samples.ts'
import { CallTaskView, type CallTaskViewProps } from './CallTaskView.tsx'

const nothing = () => undefined
const MINUTE = 60_000
const wang: Callee = { name: '王建军', phone: '13900000001', post: 'leader', title: '队长' }
const li: Callee = { name: '李强', phone: '13900000002', post: 'deputy', title: '副队长' }
const ring = (callee: Callee, outcome: RingOutcome, minutes: number): TaskRing => ({
  callee,
  outcome,
  at: NOW - minutes * MINUTE,
  voided: null,
  round: '',
  writer: {
    version: `${minutes}`.padEnd(16, '0'),
    hlc: makeHlc(NOW - minutes * MINUTE, 0),
    origin: 'd-a',
    name: '李文博',
  },
})

const first: CallTaskViewProps = {
  row: {
    ...sampleRow,
    status: 'issued',
    answeredAt: null,
    dueAt: NOW + 26 * MINUTE,
    amberAt: NOW + 20 * MINUTE,
    acknowledgeBy: NOW + 4 * MINUTE,
    acknowledgeAmberAt: NOW + 3 * MINUTE,
  },
  dispatch: {
    tips: [],
    script: [
      { part: 'self', text: '镇应急救援队，我是清溪镇值班室李文博。' },
      { part: 'incident', text: '现有险情：李家湾二组后山滑坡。地点：李家湾村二组。' },
      {
        part: 'task',
        text: '奉周建国镇长指示，请你们立即执行：转移李家湾二组坡脚三户。先转移坡脚三户11人，老人由两人搀扶，走东侧水泥路。',
      },
      { part: 'due', text: '请于04:06前完成。' },
      { part: 'danger', text: '注意，王家坪村漫水桥道路中断。注意安全：不得清理沟道；不得返回取物。' },
      { part: 'report', text: '出发、到场、完成，请立即报告值班室，电话028-87930000。' },
      { part: 'repeat', text: '请复述一遍任务。' },
    ],
    calls: [
      wang,
      li,
      { name: '镇应急救援队', phone: '028-87930119', post: 'dutyRoom', title: '' },
      { name: '孙磊', phone: '13900000004', post: 'member', title: '分队长' },
      { name: '赵小兵', phone: '13900000005', post: 'member', title: '队员' },
    ],
    calling: wang,
    rings: [],
    answered: false,
    mostFailed: 2,
    source: '本系统默认值：未见文件规定，按当地惯例，待县、乡确认',
    proposal: null,
  },
  chosen: '13900000001',
  now: NOW,
  problem: undefined,
  onChoose: nothing,
  onOutcome: nothing,
  onAccept: nothing,
  onClose: nothing,
}
const unreached = [ring(wang, 'noAnswer', 4), ring(wang, 'off', 2)]
const other = { name: '何敏', phone: '13900000009', post: 'leader', title: '' } as const

export const callTaskStates = viewStates(CallTaskView, {
  first,
  askDeputy: {
    ...first,
    row: { ...first.row, callsFailed: 2, acknowledgeAmberAt: NOW - MINUTE },
    dispatch: {
      ...first.dispatch,
      rings: unreached,
      proposal: { cause: 'rings', from: wang, failed: 2, next: { who: 'callee', to: li } },
    },
  },
  giveTeam: {
    ...first,
    row: { ...first.row, callsFailed: 3, acknowledgeBy: NOW - 2 * MINUTE },
    chosen: '13900000002',
    dispatch: {
      ...first.dispatch,
      calling: li,
      rings: [...unreached, ring(li, 'through', 1)],
      script: [{ part: 'drill', text: '演练，演练，这是演练。' }, ...first.dispatch.script],
      proposal: {
        cause: 'limit',
        from: li,
        failed: 0,
        next: {
          who: 'team',
          team: {
            id: 'team-9',
            name: '蓝天救援队',
            kind: 'volunteer',
            skills: ['水上救援'],
            state: 'standby',
            open: 1,
            callee: other,
          },
          to: other,
          shared: ['水上救援'],
        },
      },
    },
  },
  nobodyLeft: {
    ...first,
    problem: '情况刚有变化，屏幕上的建议已更新，没有写入。请看新的建议后再按。',
    dispatch: {
      ...first.dispatch,
      calls: [],
      calling: null,
      proposal: { cause: 'limit', from: null, failed: 0, next: { who: 'nobody' } },
    },
    chosen: null,
  },
})
