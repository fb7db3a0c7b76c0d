// The main job, end to end, in a real Electron, by keyboard alone: a night that begins without the county and ends with it.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { LogRow, OrderRow, ReadRow } from '../../hub/admin/protocol.ts'
import { askDesk } from '../support/askDesk.ts'
import { readHashes } from '../support/dataFolder.ts'
import { foundTownship, reportStep, signIn } from '../support/duty.ts'
import { describeInElectron, type LaunchedDesk, launchDesk, makeDataDir } from '../support/electronApp.ts'
import { saveWithLibreOffice } from '../support/flatSheet.ts'
import { startTestHub, type TestHub } from '../support/hubFixture.ts'
import { type Keyboard, keyboardOf } from '../support/keyboard.ts'

const DIVISION = '510124103'
const WAIT = { timeout: 40_000 }

describeInElectron('a night at the desk, by keyboard alone', () => {
  let desk: LaunchedDesk
  let hub: TestHub | undefined
  let keys: Keyboard
  let broken = false
  const line = (text: string | RegExp) => desk.page.locator('.log-what').filter({ hasText: text }).first()

  beforeAll(async () => {
    desk = await launchDesk()
    desk.page.setDefaultTimeout(WAIT.timeout)
    keys = keyboardOf(desk.page)
  })
  // One story: what follows a broken part says nothing.
  beforeEach(({ skip }) => skip(broken))
  afterEach(async ({ task }) => {
    broken ||= task.result?.state === 'fail'
    if (broken) await desk?.screenshot('story-broken')
  })
  afterAll(async () => {
    await desk?.close()
    await hub?.close()
  })

  it('sets up a new township with nobody to ask, and its first administrator takes the duty', async () => {
    const { page } = desk
    await desk.screenshot('story-01-first-start')
    await foundTownship(page)
    await desk.screenshot('story-02-recovery')
    await keys.press('Escape')
    await page.getByRole('navigation', { name: '功能区' }).waitFor()
    await keys.use(page.getByTitle('接班'))
    await page.getByRole('dialog', { name: '接班' }).waitFor()
    await keys.press('Control+Enter')
    await page.getByText('值班员：陈明，已记录。').waitFor()
    await desk.screenshot('story-03-on-duty')
  })

  it('logs an incident until 已记录 and its number are shown', async () => {
    const { page } = desk
    await keys.press('F2')
    await page.getByRole('form', { name: '接报' }).waitFor()
    await page.locator('[data-field="line"] textarea:focus').waitFor()
    await keys.press('Enter')
    await keys.type('ljw')
    await keys.press('Enter')
    await keys.write('二组后山')
    await keys.press('Enter')
    await keys.type('hp')
    await keys.press('Enter')
    await keys.write('后山滑坡，埋了一栋房，雨还在下')
    // Dead, missing, trapped, injured, evacuated: nobody dead is a figure, and “some are missing” is another.
    for (const figure of ['0', '?', '2', '', '约15']) {
      await keys.press('Enter')
      await keys.type(figure)
    }
    await keys.goTo(page.getByLabel('来电人'), 'Enter')
    await keys.write('王建国')
    await keys.press('Enter')
    await keys.type('13900000002')
    await desk.screenshot('story-04-intake')
    await keys.press('Control+Enter')
    const recorded = page.locator('.intake-recorded-last')
    await recorded.filter({ hasText: '已记录' }).waitFor()
    expect(await recorded.textContent()).toMatch(/已记录接报 \d{4}-A01/)
    await desk.screenshot('story-05-recorded')
    await keys.press('Escape')

    const [incident] = (
      await askDesk(page, 'incident.page', { filter: {}, sort: 'openedMs', descending: true, offset: 0, limit: 5 })
    ).rows
    const said = Object.fromEntries((incident?.figures ?? []).map(({ field, said: amounts }) => [field, amounts]))
    // 0 is a figure, null is “asked and not known”, and what nobody spoke of (injured) is not there.
    expect(said).toEqual({ dead: [{ n: 0 }], missing: [null], trapped: [{ n: 2 }], evacuated: [{ about: 15 }] })
  })

  it('takes in the roster of teams from an Excel file, with its bad cell put right', async () => {
    const { page } = desk
    const file = await saveWithLibreOffice(makeDataDir(), '清溪镇应急队伍花名册', [
      {
        name: '花名册',
        rows: [
          [{ text: '清溪镇应急救援队伍花名册', across: 6 }, null, null, null, null, null],
          [{ text: '成员信息', across: 3 }, null, null, { text: '队伍信息', across: 3 }, null, null],
          ['手机号码', '姓名', '职务', '队伍名称', '所属村', '负责人'],
          [13800000011, '李建国', '队长', { text: '李家湾村应急救援队', down: 2 }, '李家湾村', '李建国'],
          ['1380000001', '赵敏', '队员', null, '李家湾村', '李建国'],
          [13800000021, '孙涛', '队长', '石门村民兵应急分队', '石门村', '孙涛'],
        ],
      },
    ])
    await keys.openRoom('队伍')
    const button = page.getByRole('button', { name: '导入名册' })
    await button.waitFor()
    await desk.screenshot('story-06-teams-empty')
    await keys.use(button)
    const choose = page.locator('button', { hasText: '选择文件' })
    await choose.waitFor()
    await desk.screenshot('story-07-choose-file')
    const chooser = page.waitForEvent('filechooser')
    await keys.use(choose)
    await (await chooser).setFiles(file)
    const issue = page.locator('.roster-issue').first()
    await issue.waitFor()
    await page.getByRole('gridcell', { name: '李建国' }).first().waitFor()
    await desk.screenshot('story-08-preview')
    expect(await issue.textContent()).toContain('1380000001')
    await keys.use(issue)
    await keys.press('Enter', 'Control+A')
    await keys.type('13800000012')
    await keys.press('Enter')
    await issue.waitFor({ state: 'detached' })
    await desk.screenshot('story-09-mended')
    await keys.press('Control+Enter')
    await page.getByText('新增队伍 2 支').filter({ hasText: '新增队员 3 人' }).waitFor()
    await desk.screenshot('story-10-imported')
    await keys.press('Enter')
    await page.getByRole('gridcell', { name: '李家湾村应急救援队' }).waitFor()
    await desk.screenshot('story-11-teams')
  })

  it('gives a team a task from the incident and writes down its answers by digits', async () => {
    const { page } = desk
    await keys.openRoom('事件')
    await page.getByRole('gridcell', { name: '李家湾村二组后山' }).first().waitFor()
    await keys.goTo(page.locator('.ag-header-cell:visible').first())
    await keys.press('ArrowDown', 'Enter')
    await page.getByRole('heading', { level: 1, name: /李家湾村二组后山/ }).waitFor()
    await page
      .getByText('还没有给队伍下达任务')
      .or(page.getByRole('button', { name: /下达任务/ }))
      .first()
      .waitFor()
    await keys.press('d')
    const form = page.getByRole('form', { name: '下达任务' })
    await form.waitFor()
    await keys.write('赶到二组后山，转移坡下群众')
    await keys.press('Tab')
    await keys.type('ljwcyj')
    await page.locator('.ant-select-item-option').first().waitFor()
    await desk.screenshot('story-12-recipient')
    await keys.press('Enter', 'Tab')
    await keys.write('先撤人，后看房')
    await keys.press('Control+3')
    await desk.screenshot('story-13-task')
    await keys.press('Control+Enter')
    await page.getByText(/已下达 \d{4}-/).waitFor()
    // It stands on the incident's own page, and leads from there to its answers.
    const card = page.locator('.task-stack').getByRole('button', { name: /赶到二组后山/ })
    await card.waitFor()
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await keys.use(card)
    const [task] = (await askDesk(page, 'task.list', { filter: { view: 'open' }, limit: 5 })).rows
    expect(task?.incident?.title).toContain('李家湾村二组后山')
    await reportStep(page, '1', '收到')
    await reportStep(page, '2', '出发')
    await reportStep(page, '3', '到场', '12人已到，正在转移')
    await desk.screenshot('story-14-arrived')
  })

  it('has all of it in the duty log, on this computer alone', async () => {
    await keys.openRoom('值班日志')
    for (const text of ['后山', '名册', '赶到二组后山', '12人已到', '陈明']) await line(text).waitFor()
    await desk.screenshot('story-15-log')
    const state = await askDesk(desk.page, 'sync.state', null)
    expect(state).toMatchObject({ state: 'off', reason: 'notEnrolled' })
    const waiting = state.pending.reduce((sum, count) => sum + count, 0)
    expect(waiting).toBe(readHashes(desk.dataDir).length)
    await desk.page.getByText('本机已存').first().waitFor()
    expect(await desk.page.getByText('已送达县').count()).toBe(0)
  })

  it('joins the county when its hub comes up, and the hub holds the same records, hash for hash', async () => {
    const { page } = desk
    hub = await startTestHub()
    const code = await hub.enrolCode(DIVISION, '清溪镇')
    await keys.openRoom('通信')
    await page.getByRole('textbox', { name: '登记码' }).waitFor()
    await desk.screenshot('story-16-link-off')
    await keys.fill(page.getByRole('textbox', { name: '地址' }), hub.url)
    await keys.fill(page.getByRole('textbox', { name: '登记码' }), code)
    await keys.press('Enter')
    await page.getByText('本机已在县值班系统登记').waitFor()
    const { hashes } = hub
    await expect
      .poll(async () => (await hashes(DIVISION)).toSorted(), WAIT)
      .toEqual(readHashes(desk.dataDir).toSorted())
    await expect.poll(async () => (await askDesk(page, 'sync.state', null)).pending, WAIT).toEqual([0, 0, 0])
    await desk.screenshot('story-17-link-on')
    await keys.openRoom('值班日志')
    await page.getByText('已送达县').first().waitFor()
    await expect.poll(() => page.getByText('本机已存').count(), WAIT).toBe(0)
  })

  it('gets an order of the county, which a person signs for with S', async () => {
    const { page } = desk
    const order = {
      title: '立即转移二组后山坡下群众',
      text: '地质专家判断二组后山有再次滑坡危险，请于2小时内转移坡下全部群众并报告人数。',
      replyBy: Date.now() + 2 * 3600_000,
      by: '周敏',
    }
    await hub?.ask({ command: 'order', division: DIVISION, urgent: true, ...order })
    const strip = page.getByRole('alert', { name: '正在提醒' })
    await strip.filter({ hasText: order.title }).waitFor()
    await desk.screenshot('story-18-alarm')
    await keys.press('F8')
    await strip.waitFor({ state: 'detached' })
    await keys.openRoom('县指令')
    await page.getByRole('article').filter({ hasText: order.text }).waitFor()
    await desk.screenshot('story-19-order')
    await keys.press('s')
    await page.getByText('已记录“签收”').waitFor()
    await desk.screenshot('story-20-signed')
    const answers = async () => {
      const [row] = (await hub?.ask<OrderRow>({ command: 'orders' })) ?? []
      return row?.answers.map(({ kind, by: who }) => `${kind} ${who}`)
    }
    await expect.poll(answers, WAIT).toContain('order.acknowledged 陈明')
  })

  it('sees 县已阅 on the very record that somebody at the county has read', async () => {
    const { page } = desk
    const rows = (await hub?.ask<LogRow>({ command: 'log', division: DIVISION })) ?? []
    const call = rows.find(({ kind }) => kind === 'call.recorded')
    expect(call).toBeDefined()
    await keys.openRoom('值班日志')
    expect(await page.getByText('县已阅').count()).toBe(0)
    const [read] = (await hub?.ask<ReadRow>({ command: 'read', id: call?.hash ?? '', by: '周敏' })) ?? []
    expect(read).toMatchObject({ hash: call?.hash, kind: 'call.recorded' })
    await page.getByText('县已阅', { exact: true }).waitFor()
    expect(await page.getByText('县已阅', { exact: true }).count()).toBe(1)
    await desk.screenshot('story-21-read')
  })

  it('is there again after the night, under the same password', async () => {
    const { dataDir } = desk
    const known = new Set(readHashes(dataDir))
    await desk.close()
    for (const hash of (await hub?.hashes(DIVISION)) ?? []) expect(known).toContain(hash)
    desk = await launchDesk({ dataDir })
    keys = keyboardOf(desk.page)
    await desk.page.getByRole('heading', { name: '登录' }).waitFor()
    await desk.screenshot('story-22-sign-in')
    await signIn(desk.page)
    await keys.openRoom('值班日志')
    await line('后山').waitFor()
  })
})
