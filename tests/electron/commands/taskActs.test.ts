import { afterEach, beforeEach, expect, it } from 'vitest'
import { issueTasks } from '../../../electron/commands/task.ts'
import { cancelTask, voidTaskAct } from '../../../electron/commands/taskActs.ts'
import { ringForTask } from '../../../electron/commands/taskCalls.ts'
import { addTeam } from '../../../electron/commands/teams.ts'
import { correctDivision } from '../../../electron/commands/township.ts'
import { createSyncStore } from '../../../electron/store/syncStore.ts'
import { readDispatch } from '../../../electron/tasks/readDispatch.ts'
import { readTask } from '../../../electron/tasks/readTask.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'

const MINUTE = 60_000
let test: TestDesk
let task: string
beforeEach(() => {
  test = openTestDesk()
  const leader = { name: '王建军', phone: '13900000001' }
  const team = addTeam(context(), { name: '镇应急救援队', kind: 'rescue', leader, skills: [] }).id
  const to = [{ kind: 'team', id: team, name: '镇应急救援队', phone: leader.phone } as const]
  const said = { title: '转移坡脚三户', detail: '', at: now(), means: 'phone', urgency: 'life-safety' } as const
  task = issueTasks(context(), { ...said, to, dueAt: now() + 30 * MINUTE })[0]?.id ?? ''
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const now = () => test.clock.now()
const read = () => {
  const found = readTask(context(), task)
  if (!found) throw new Error('no such task')
  return found
}
const target = () => ({ id: task, base: [...read().tips] })
function takeBack(act: string | undefined): void {
  voidTaskAct(context(), { ...target(), act: act ?? '', reason: '按错了键' })
}
const standing = () => ({
  status: read().row.status,
  answered: readDispatch(context(), task)?.answered,
  voided: [...read().rings, ...read().acts].filter(({ voided }) => voided).length,
})

/** As after a restored backup, or two computers with one key: nothing that this console wrote is known at the county. */
function writeAgain(): void {
  const sync = createSyncStore(test.desk.store)
  const chains = sync.ownChains().filter(({ closedAt }) => closedAt === null)
  sync.startEpoch('fork')
  expect(sync.reissue(chains.map(({ epoch, lane }) => ({ epoch, lane, commonSeq: 0 })))).toBeGreaterThan(0)
}
function correctCode(division: string): void {
  const { session } = context()
  session.signIn(test.administrator)
  correctDivision(context(), { division, reason: '设置时输错一位' })
  session.signIn(test.officer)
}

it.each([
  ['in a new epoch', writeAgain],
  ['under the right code', () => correctCode('510124104')],
])('a call taken back with its 收到 stays so when all is written again %s, and once more', (_, again) => {
  const { calling, tips } = readDispatch(context(), task) ?? {}
  if (!calling || !tips) throw new Error('nobody to ring')
  ringForTask(context(), { id: task, base: [...tips], callee: calling, outcome: 'repeated', at: now() })
  takeBack(read().rings.at(-1)?.writer.version)
  const stands = { status: 'issued', answered: false, voided: 2 }
  expect(standing()).toEqual(stands)
  const before = read().rings.at(-1)?.writer.version
  again()
  expect(read().rings.at(-1)?.writer.version).not.toBe(before)
  expect(standing()).toEqual(stands)
  writeAgain()
  expect(standing()).toEqual(stands)
})

it('a task called off by mistake is not called off again when all is written again', () => {
  cancelTask(context(), { ...target(), at: now(), means: 'phone', reason: '已有人去' })
  takeBack(read().acts.at(-1)?.writer.version)
  writeAgain()
  expect(standing()).toMatchObject({ status: 'issued', voided: 1 })
})
