import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dispatchWordsFile, type ScriptFacts, scriptOf } from '../../../../shared/domain/task/script.ts'

const words = dispatchWordsFile.parse(JSON.parse(readFileSync('resources/documents/dispatch.json', 'utf8')))
const full: ScriptFacts = {
  recipient: '镇应急救援队',
  township: '清溪镇',
  officer: '张伟',
  incident: '李家湾二组后山滑坡',
  place: '李家湾村二组',
  authority: '周建国镇长',
  title: '转移坡脚三户',
  detail: '老人由两人搀扶，不走河沟。',
  due: '03:40',
  roads: ['王家坪村漫水桥'],
  forbidden: ['不得清理沟道；', '不得返回取物'],
  phone: '028-87930000',
  drill: false,
}
const bare: ScriptFacts = {
  recipient: '李家湾村',
  township: '清溪镇',
  officer: '',
  incident: '',
  place: '',
  authority: '',
  title: '逐户叫醒。',
  detail: '',
  due: '',
  roads: [],
  forbidden: [],
  phone: '',
  drill: false,
}
const read = (facts: ScriptFacts) => scriptOf(facts, words).map(({ text }) => text)

it('says who we are, what happened where, what to do by when, what is dangerous, and where to report', () => {
  expect(read(full)).toEqual([
    '镇应急救援队，我是清溪镇值班室张伟。',
    '现有险情：李家湾二组后山滑坡。地点：李家湾村二组。',
    '奉周建国镇长指示，请你们立即执行：转移坡脚三户。老人由两人搀扶，不走河沟。',
    '请于03:40前完成。',
    '注意，王家坪村漫水桥道路中断。注意安全：不得清理沟道；不得返回取物。',
    '出发、到场、完成，请立即报告值班室，电话028-87930000。',
    '请复述一遍任务。',
  ])
})

it('leaves out what nobody entered', () => {
  expect(read(bare)).toEqual([
    '李家湾村，我是清溪镇值班室。',
    '请你们立即执行：逐户叫醒。',
    '出发、到场、完成，请立即向值班室报告。',
    '请复述一遍任务。',
  ])
})

it('begins and ends a drill by saying so', () => {
  const lines = scriptOf({ ...bare, drill: true }, words)
  expect([lines[0], lines.at(-1)]).toEqual([
    { part: 'drill', text: '演练，演练，这是演练。' },
    { part: 'drill', text: '以上为演练。' },
  ])
})
