import { afterEach, beforeEach, expect, it } from 'vitest'
import { issueTasks } from '../../../electron/commands/task.ts'
import { readDispatch } from '../../../electron/tasks/readDispatch.ts'
import { slipOf } from '../../../electron/tasks/slip.ts'
import { ask } from '../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { refusalOf } from '../../support/refusalOf.ts'

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const to = { kind: 'team', id: 'team-1', name: '镇应急救援队', phone: '13900000001' } as const

it('is made from what the desk has: number, recipient, officer, head code', () => {
  const at = test.clock.now()
  const said = { title: '转移坡脚三户', detail: '', at, means: 'phone', urgency: 'life-safety', dueAt: null } as const
  const id = issueTasks(context(), { ...said, to: [to] })[0]?.id ?? ''
  const { slip, fileName } = slipOf(context(), id)
  expect(slip).toMatchObject({
    drill: '',
    number: '编号：0714-A01',
    township: '清溪镇',
    script: ['请你们立即执行：转移坡脚三户。', '出发、到场、完成，请立即向值班室报告。'],
  })
  expect(slip.signatures[0]).toBe('下达人（张伟）')
  expect(slip.headCode).toMatch(/^日志校验码 \S+/)
  expect(fileName).toBe('任务单 0714-A01 转移坡脚三户')
  expect(refusalOf(() => slipOf(context(), 'task-x'))).toBe('task.unknown')
})

it('is marked when the task was given in a drill, in its name and its script too', () => {
  const at = test.clock.now()
  ask(test.desk, 'drill.start', { name: '防汛演练', plannedEnd: at + 7_200_000 })
  const said = { title: '转移坡脚三户', detail: '', at, means: 'phone', urgency: 'ordinary', dueAt: null } as const
  const id = issueTasks(context(), { ...said, to: [to] })[0]?.id ?? ''
  const { slip, fileName } = slipOf(context(), id)
  expect([slip.drill, fileName]).toEqual(['演练', '演练任务单 演-0714-A01 转移坡脚三户'])
  expect(readDispatch(context(), id)?.script[0]?.text).toBe('演练，演练，这是演练。')
})
