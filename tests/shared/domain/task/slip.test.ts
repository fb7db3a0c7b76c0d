import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fromBeijing } from '../../../../shared/domain/beijing.ts'
import { dispatchWordsFile } from '../../../../shared/domain/task/script.ts'
import { composeSlip, type SlipFacts } from '../../../../shared/domain/task/slip.ts'

const words = dispatchWordsFile.parse(JSON.parse(readFileSync('resources/documents/dispatch.json', 'utf8')))
const facts: SlipFacts = {
  no: '0714-A03',
  township: '清溪镇',
  officer: '张伟',
  issuedAt: fromBeijing('2026-07-14', '02:58'),
  recipient: '镇应急救援队',
  phone: '13900000001',
  incident: '李家湾二组后山滑坡',
  place: '',
  urgency: 'life-safety',
  dueAt: null,
  authority: '',
  script: [
    { part: 'drill', text: '演练，演练，这是演练。' },
    { part: 'self', text: '我是清溪镇值班室张伟。' },
    { part: 'task', text: '请你们立即执行：转移坡脚三户。' },
    { part: 'repeat', text: '请复述一遍任务。' },
  ],
  headCode: 'K7QF-2M9X',
  drill: false,
}

it('has the facts that were entered, the task without what is only spoken, and a line for everybody who signs', () => {
  expect(composeSlip(facts, words)).toEqual({
    drill: '',
    title: '应急任务单',
    number: '编号：0714-A03',
    township: '清溪镇',
    facts: [
      { name: '承办', value: '镇应急救援队' },
      { name: '电话', value: '13900000001' },
      { name: '下达时间', value: '2026年7月14日2时58分' },
      { name: '完成时限', value: '未定' },
      { name: '紧急程度', value: '涉及生命安全' },
      { name: '事件', value: '李家湾二组后山滑坡' },
    ],
    scriptTitle: '任务内容',
    script: ['请你们立即执行：转移坡脚三户。'],
    signatures: ['下达人（张伟）', '带班领导', '接收人（收到）', '承办人（完成）', '核销人（不得为承办人）'],
    signLine: '月   日   时   分',
    headCode: '日志校验码 K7QF-2M9X',
  })
})

it('says at its head that it is a drill', () => {
  expect(composeSlip({ ...facts, drill: true }, words).drill).toBe('演练')
})
