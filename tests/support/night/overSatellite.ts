import { expect } from 'vitest'
import { reportStep } from '../duty.ts'
import { tickSteps } from './board.ts'
import { report } from './reporting.ts'
import { FLOOD, GAS, SLIDE, type Story } from './story.ts'

const WAIT = { timeout: 20_000 }
const ORDER = '立即核实失踪人员'

/** 03:00 the satellite is up: lives and command go first, the follow-up and the figures are at the county */
export async function raiseTheSatellite({ night, until, shot, sync }: Story): Promise<void> {
  const before = (await night.hubLog()).length
  night.setLink('satellite', 'on')
  await until(20)
  await expect.poll(async () => (await sync()).pending, { timeout: 40_000 }).toEqual([0, 0, 0])
  const links = (await sync()).links.map(({ id, state, carries }) => [id, state, carries])
  expect(links).toEqual([
    ['broadband', 'down', false],
    ['satellite', 'up', true],
  ])
  const arrived = (await night.hubLog()).slice(before)
  // The signed report and the figure somebody may die of are flash; what follows them is command, then the rest.
  const lanes = arrived.map(({ lane }) => lane)
  expect(lanes).toEqual(lanes.toSorted())
  expect(arrived.filter(({ lane }) => lane === 0).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['call.recorded', 'report.sent']),
  )
  expect(arrived.map(({ kind }) => kind)).toContain('incident.figureAdopted')
  await shot('14-satellite')
}

/** 03:00 the county’s order comes over the satellite, is signed for and answered */
export async function obeyTheCounty({ night, keys, until, shot }: Story): Promise<void> {
  const { page } = night.desk
  await night.order(ORDER, '请30分钟内核实李家湾村失踪人员姓名，报告转移人数。', 50)
  await page.locator('.alarm-strip', { hasText: ORDER }).waitFor()
  await shot('15-order-arrives')
  await keys.press('F8')
  await page.locator('.alarm-strip').waitFor({ state: 'detached' })
  await keys.openRoom('县指令')
  await page.locator('.order-text').waitFor()
  await keys.press('s')
  await page.locator('.order-detail .tag', { hasText: '已签收' }).waitFor()
  // Left and come back to two minutes later, the room says how long there is left now.
  await keys.openRoom('处置')
  await until(22)
  await keys.openRoom('县指令')
  await page.locator('.order-detail', { hasText: '回复还剩28分钟' }).waitFor()
  await keys.press('r')
  await keys.focused('回复内容')
  await keys.write('失踪1人为李家湾村二组王秀英，已转移46人。')
  await keys.press('Control+Enter')
  await page.locator('.order-detail .tag', { hasText: '已回复' }).waitFor()
  await shot('16-order-answered')
  const answers = async () =>
    (await night.hubLog()).filter(({ kind }) => kind.startsWith('order.')).map((row) => `${row.kind} ${row.by}`)
  await expect.poll(answers, WAIT).toEqual(expect.arrayContaining(['order.acknowledged 张伟', 'order.replied 张伟']))
}

/** 03:05 the half hour is nearly over: the last steps are settled, the head sees where it stands */
export async function settleTheHalfHour({ night, keys, until, shot, see }: Story): Promise<void> {
  const { page } = night.desk
  await until(23)
  expect((await keys.hearAlarms()).join()).toMatch(/最初半小时处置应于 03:10 前落实，还剩7分钟/)
  await keys.openBoard(FLOOD)
  await until(25)
  await keys.press('h')
  await see('county', '已报续报', '全部送达')
  await see('forces', '镇长 陈国平')
  await see('late', '处置步骤还有')
  await shot('17-head-minute-25')
  await keys.press('b')
  await page.locator('.board-head').waitFor()
  await tickSteps(night, keys, 0, 13)
  await page.locator('.board-head', { hasText: '全部落实' }).waitFor()
  await shot('18-board-settled')
  // Two minutes after the time it had named the team is there.
  await until(29)
  await page.locator('.board-forces', { hasText: '预计 03:07 到场，已过2分钟' }).waitFor()
  await keys.use(page.locator('.board-forces').getByRole('button', { name: /通知村里发转移信号/ }))
  await reportStep(page, '3', '到场', '各户已敲门')
}

/** 03:12 the slide is reported in writing before red; the gas leak needs none, with its reason */
export async function reportTheOthers({ night, keys, until, shot, leave }: Story): Promise<void> {
  const { page } = night.desk
  await until(32)
  const heard = await keys.hearAlarms()
  expect(heard.join()).toMatch(/应于 03:21 前书面首报，还剩9分钟.*石门村/)
  await keys.openBoard(SLIDE)
  await report(night, keys, '首报')
  await leave()
  await keys.openBoard(GAS)
  await keys.use(page.getByRole('button', { name: '不需上报' }))
  await keys.dialog(/不需上报/).waitFor()
  await keys.focused(/理由/)
  await keys.write('未造成伤亡，燃气已关断，电话已报县局')
  await keys.press('Control+Enter')
  await keys.gone()
  await shot('19-all-reported')
}
