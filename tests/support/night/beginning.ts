import { expect } from 'vitest'
import { askDesk } from '../askDesk.ts'
import { reportStep } from '../duty.ts'
import { askHelp, evacuate, handOver, makeTask, reportOutage, startResponse, tickSteps } from './board.ts'
import {
  CHANGING_CALL,
  COUNTY_CALL,
  FIRST_CALL,
  GAS_CALL,
  MORE_CALLS,
  openIntake,
  recordCall,
  SLIDE_CALL,
  takeCall,
} from './calls.ts'
import { PASSWORD } from './stage.ts'
import { FLOOD, type Story } from './story.ts'

/** 02:40 three incidents at once, each taken down in one line */
export async function takeThreeIncidents({ night, keys, until, shot }: Story): Promise<void> {
  const { page } = night.desk
  await keys.openRoom('处置')
  await takeCall(night, keys, FIRST_CALL, null)
  await shot('01-first-call')
  await until(1)
  await takeCall(night, keys, SLIDE_CALL, null)
  await until(2)
  await takeCall(night, keys, GAS_CALL, null)
  const found = await askDesk(page, 'situation.read', { incident: null })
  expect(found.incidents.map(({ row }) => [row.type, row.villageName]).toSorted()).toEqual([
    ['flashFlood', '李家湾村'],
    ['gasLeak', '王家坪村'],
    ['landslide', '石门村'],
  ])
}

/** 02:43 call after call about the flood; each keeps its own figures */
export async function takeManyCalls({ night, keys, until, shot }: Story): Promise<void> {
  await until(3)
  for (const line of MORE_CALLS.slice(0, 3)) await takeCall(night, keys, line, FLOOD)
  await until(4)
  for (const line of MORE_CALLS.slice(3)) await takeCall(night, keys, line, FLOOD)
  await shot('02-many-calls')
}

/** 02:45 another officer takes the seat in the middle of a call, and nothing typed is lost */
export async function changePerson({ night, keys, until, shot, leave, flood }: Story): Promise<void> {
  const { page } = night.desk
  await until(5)
  await openIntake(night, keys)
  await keys.write(CHANGING_CALL[0])
  await keys.press('Alt+Q')
  await keys.dialog('换人').waitFor()
  await keys.focused('姓名')
  await keys.pick('zw', '张伟')
  await keys.focused('密码')
  await keys.write(PASSWORD.张伟)
  await shot('03-change-of-person')
  await keys.press('Enter')
  await keys.dialog('换人').waitFor({ state: 'detached' })
  const line = page.locator('[data-field="line"] textarea')
  await line.and(page.locator(':focus')).waitFor()
  expect(await line.inputValue()).toBe(CHANGING_CALL[0])
  await keys.write(CHANGING_CALL[1])
  await recordCall(night, keys, FLOOD)
  await takeCall(night, keys, COUNTY_CALL, FLOOD)
  await leave()
  await keys.use(page.getByTitle('接班'))
  await keys.dialog('接班').waitFor()
  await keys.press('Control+Enter')
  await keys.see('值班员：张伟，已记录。')
  const detail = await askDesk(page, 'incident.detail', { id: await flood() })
  expect(detail?.calls).toHaveLength(9)
}

/** 02:46 the head orders the response by telephone; steps are ticked and become tasks */
export async function startTheResponse({ night, keys, until, shot }: Story): Promise<void> {
  const { page } = night.desk
  await until(6)
  await keys.openBoard(FLOOD)
  await startResponse(night, keys)
  await tickSteps(night, keys, 0, 2)
  await until(7)
  await makeTask(night, keys, 'ljwcyj', '李家湾村应急分队')
  await shot('04-board')
  await keys.use(page.locator('.board-forces').getByRole('button', { name: '记预计到场' }))
  await keys.dialog(/还要多少分钟到场/).waitFor()
  await keys.focused('还要多少分钟')
  await keys.type('20')
  await keys.press('Enter')
  await keys.gone()
}

/** 02:48 the team answers, every household is ticked; the head is here and takes the command */
export async function evacuateAndHandOver({ night, keys, until, shot }: Story): Promise<void> {
  const { page } = night.desk
  await until(8)
  await keys.use(page.locator('.board-forces').getByRole('button', { name: /通知村里发转移信号/ }))
  await reportStep(page, '1', '收到')
  await reportStep(page, '2', '出发')
  await keys.openBoard(FLOOD)
  await evacuate(night, keys)
  await shot('05-evacuation')
  await keys.press('Escape')
  await page.locator('.board-head').waitFor()
  await until(9)
  await handOver(night, keys)
  await reportOutage(night, keys, '道路', '供电')
  await askHelp(night, keys, '县应急管理局', '冲锋舟2艘')
  await shot('06-head-commands')
}

/** 02:50 the officer adopts what counts; the head sees it all in five seconds */
export async function adoptAndLook({ night, keys, until, shot, see, figures, adopt }: Story): Promise<void> {
  const { page } = night.desk
  await until(10)
  await keys.press('i')
  await page.locator('.incident-figures').waitFor()
  for (const [digit, phase] of [
    ['2', '核实'],
    ['3', '处置'],
  ] as const) {
    await keys.press(digit)
    await page.locator('.incident-course [aria-current]', { hasText: phase }).waitFor()
  }
  await keys.press('f')
  await adopt('失踪', '1 人', '村干部')
  await adopt('被困', '5 人', '110')
  await adopt('受伤', '3 人', '')
  await shot('07-figures')
  await keys.press('b')
  await page.locator('.board-head').waitFor()
  await keys.press('h')
  await page.locator('.situation-head').waitFor()
  await see('forces', '镇长 陈国平', '李家湾村应急分队', '通知村里发转移信号')
  await see('lifelines', '李家湾村', '道路', '供电')
  await see('help', '冲锋舟2艘', '来电要求', '救护车')
  await see('evacuation', '10 人')
  await see('county', '还没有书面报告', '全部送达')
  expect(await figures()).toMatchObject({ 失踪: '1', 被困: '5', 受伤: '3' })
  await shot('08-head-minute-10')
  await keys.press('b')
  await page.locator('.board-head').waitFor()
}
