import { expect } from 'vitest'
import { askDesk } from '../askDesk.ts'
import { CORRECTING_CALL, takeCall } from './calls.ts'
import { draftReport, noteCall, report, sendReport, signReport } from './reporting.ts'
import { FLOOD, GAS, SLIDE, type Story } from './story.ts'

const WAIT = { timeout: 20_000 }

/** 02:51 told by telephone, written, signed in place, sent: the county has the first report */
export async function reportFirst({ night, keys, until, shot, word, leave }: Story): Promise<void> {
  const { page } = night.desk
  await until(11)
  await noteCall(night, keys, '周敏')
  const content = await draftReport(night, keys, '首报', { 影响范围: '威胁沟口5户19人' })
  expect(content.伤亡损失).toContain('失踪1人')
  await shot('09-first-report')
  await signReport(night, keys)
  await sendReport(night, keys)
  await page.locator('.report-page .tag', { hasText: '已送达县' }).waitFor()
  await shot('10-first-report-sent')
  await word('first')
  await leave()
  expect((await night.hubLog()).map(({ kind }) => kind)).toContain('report.sent')
}

/** 02:52 the broadband is lost: duty goes on, and the head sees what the county does not have */
export async function loseTheBroadband({ night, keys, until, shot, see, leave, sync }: Story): Promise<void> {
  const { page } = night.desk
  await expect.poll(async () => (await sync()).pending, WAIT).toEqual([0, 0, 0])
  const held = (await night.hubLog()).length
  night.setLink('broadband', 'cut')
  await until(12)
  await expect.poll(async () => (await sync()).state, WAIT).not.toBe('online')
  await until(13)
  await takeCall(night, keys, CORRECTING_CALL, FLOOD)
  await leave()
  await keys.press('h')
  await see('county', '已报首报', '未送达')
  await page.locator('.situation-head', { hasText: '13:00' }).waitFor()
  await shot('11-head-minute-13')
  await keys.press('b')
  await page.locator('.board-head').waitFor()
  expect(await night.hubLog()).toHaveLength(held)
}

/** 02:54 the follow-up is written and signed without any link, and waits */
export async function followUpOffline({ night, keys, until, shot, word, adopt, leave, sync }: Story): Promise<void> {
  const { page } = night.desk
  await until(14)
  await keys.press('i')
  await page.locator('.incident-figures').waitFor()
  await keys.press('f')
  await adopt('转移', '46 人', '')
  await keys.press('b')
  await page.locator('.board-head').waitFor()
  const content = await report(night, keys, '续报')
  expect(Object.values(content).join()).toContain('46人')
  await page.locator('.report-page .tag', { hasText: '待送县' }).waitFor()
  await shot('12-follow-up-waits')
  await word('follow-up')
  await leave()
  expect((await sync()).pending[0]).toBeGreaterThan(0)
}

/** 02:56 amber comes before red: the slide and the gas leak are told in time, by telephone */
export async function tellBeforeRed({ night, keys, until, shot }: Story): Promise<void> {
  const { page } = night.desk
  await until(17)
  const heard = await keys.hearAlarms()
  expect(heard.join()).toMatch(/应于 03:01 前电话向县首报，还剩4分钟.*石门村/)
  expect(heard.join()).toMatch(/应于 03:02 前电话向县首报，还剩5分钟.*王家坪村/)
  await keys.openBoard(SLIDE)
  await noteCall(night, keys, '周敏')
  await keys.openBoard(GAS)
  await noteCall(night, keys, '周敏')
  await shot('13-told-in-time')
  const { alarms } = await askDesk(page, 'alarm.list', null)
  expect(alarms).toEqual([])
}
