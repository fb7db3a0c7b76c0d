import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { listViolations } from '../support/axe.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { makeIntake } from '../support/intakes.ts'
import { type Keyboard, keyboardOf } from '../support/keyboard.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

const MINUTE = 60_000

describeInElectron('the first half hour, by keyboard', () => {
  let desk: LaunchedDesk
  let keys: Keyboard
  let incident: string
  const press = (key: string) => desk.page.keyboard.press(key)
  const see = (text: string | RegExp) => desk.page.getByText(text).first().waitFor()
  const dialog = (name: string | RegExp) => desk.page.getByRole('dialog', { name })
  const gone = () => desk.page.locator('dialog[open]').waitFor({ state: 'detached' })
  const focused = (name: string | RegExp) => desk.page.getByLabel(name).and(desk.page.locator(':focus')).waitFor()
  const board = () => askDesk(desk.page, 'response.board', { incident })

  beforeAll(async () => {
    desk = await launchDesk()
    await setUpDesk(desk.page)
    keys = keyboardOf(desk.page)
    await askDesk(desk.page, 'people.add', {
      name: '陈国平',
      phone: '13800000009',
      post: '镇长',
      roles: ['townshipHead'],
    })
    await askDesk(desk.page, 'teams.add', { name: '镇应急救援队', kind: 'rescue' })
    const [village] = await askDesk(desk.page, 'villages.options', null)
    const home = village ? { id: village.id, name: village.name } : { name: '' }
    const keeper = { name: '李建国', phone: '13800000112' }
    for (const name of ['李长明', '王秀英', '赵德贵'])
      await askDesk(desk.page, 'households.add', { name, village: home, group: '二组', people: 4, keeper })
    const call = {
      reportedAt: Date.now() - 3 * MINUTE,
      type: { key: 'flashFlood', name: '山洪' },
      village: village ?? null,
      place: '二组沟口',
    }
    const into = { kind: 'open', title: '李家湾村山洪' } as const
    const taken = await askDesk(desk.page, 'intake.record', makeIntake('draft0001', call, into))
    incident = taken.incident.id
  })
  afterAll(() => desk?.close())

  it('the head’s spoken order starts the response: S, Enter', async () => {
    await keys.openRoom('处置')
    await keys.use(desk.page.locator('.board-list-row'))
    await desk.page.locator('.board-head').waitFor()
    await see('未启动响应')
    await press('s')
    await dialog('启动应急响应').waitFor()
    await focused('谁下的令')
    expect(await desk.page.getByLabel('谁下的令').inputValue()).toBe('陈国平')
    await press('Control+Enter')
    await gone()
    await see(/陈国平下令/)
    const run = (await board())?.response?.state.course.runs[0]
    expect(run).toMatchObject({
      authority: { name: '陈国平', role: 'townshipHead', means: 'phone' },
      by: { name: '陈明' },
    })
    expect((run?.firstHalfHour?.dueAt ?? 0) - (run?.since ?? 0)).toBe(30 * MINUTE)
  })

  it('steps are ticked by arrows and Enter, with D on whose report, with X and a reason where they do not apply', async () => {
    const current = desk.page.locator('.board-step[data-current]')
    // The dialog just closed: Enter ticks the step shown as at hand, the arrows go on from it.
    expect(await current.textContent()).toContain('问清哪个村')
    const focus = current.and(desk.page.locator(':focus'))
    await expect
      .poll(
        async () => {
          if ((await focus.count()) === 0) await press('Enter')
          return focus.count()
        },
        { interval: 600 },
      )
      .toBe(1)
    await desk.page.locator('.board-step[data-state="done"]', { hasText: '已落实 陈明' }).waitFor()
    await press('ArrowDown')
    await press('d')
    await dialog('记录这一步已落实').waitFor()
    await focused('补充说明')
    await keys.write('二组已敲门')
    await keys.fill(desk.page.getByLabel('谁报告的'), '李建国')
    await press('Control+Enter')
    await gone()
    await desk.page.locator('.board-step[data-state="done"]', { hasText: '李建国' }).waitFor()
    await keys.goTo(desk.page.locator('.board-step[data-current]'))
    await press('End')
    await press('x')
    await dialog('这一步不适用').waitFor()
    await focused('理由')
    await keys.write('上游无水库')
    await press('Enter')
    await gone()
    await desk.page.locator('.board-step[data-state="notApplicable"]', { hasText: '上游无水库' }).waitFor()
    await desk.screenshot('response-board')
    expect(await listViolations(desk.page)).toEqual([])
  })

  it('a step becomes a task with T, and the step shows who has it', async () => {
    await keys.goTo(desk.page.locator('.board-step[data-current]'))
    await press('Home')
    await press('ArrowDown')
    await press('ArrowDown')
    await press('t')
    await dialog(/下达任务/).waitFor()
    await focused('任务')
    expect(await desk.page.getByRole('textbox', { name: '任务' }).inputValue()).toContain('通知村里发转移信号')
    await press('Tab')
    await keys.type('zyjjy')
    await desk.page.locator('.ant-select-item-option-active').filter({ hasText: '镇应急救援队' }).waitFor()
    await press('Enter')
    await press('Control+Enter')
    await gone()
    await desk.page.locator('.board-step[data-state="assigned"]', { hasText: '镇应急救援队' }).waitFor()
    await desk.page.locator('.board-forces', { hasText: '未报到场时间' }).waitFor()
    await keys.use(desk.page.getByRole('button', { name: '记预计到场' }))
    await dialog(/还要多少分钟到场/).waitFor()
    await focused('还要多少分钟')
    await keys.type('75')
    await press('Enter')
    await gone()
    await desk.page.locator('.board-forces', { hasText: '预计超1小时' }).waitFor()
  })

  it('what is cut and what help is asked stands on the board, and the head sees it', async () => {
    await press('o')
    await dialog('记录生命线中断').waitFor()
    await keys.goTo(desk.page.getByLabel('道路', { exact: true }))
    await press('Space')
    await press('Control+Enter')
    await gone()
    await desk.page.locator('.board-lifeline[data-cut]').waitFor()
    await press('q')
    await dialog('请求支援').waitFor()
    await focused('向谁求援')
    await keys.write('县应急管理局')
    await press('Escape')
    await keys.fill(desk.page.getByLabel('要什么支援'), '冲锋舟2艘')
    await press('Control+Enter')
    await gone()
    await see(/向县应急管理局：冲锋舟2艘/)
    await press('h')
    await desk.page.locator('.situation-head').waitFor()
    const blocks = [
      ['forces', '镇长 陈国平'],
      ['help', '冲锋舟2艘'],
      ['lifelines', '李家湾村'],
      ['county', '未送达'],
    ] as const
    for (const [block, words] of blocks)
      await desk.page.locator(`[data-block="${block}"]`, { hasText: words }).waitFor()
    await desk.screenshot('situation-one')
    expect(await listViolations(desk.page)).toEqual([])
    await press('b')
    await desk.page.locator('.board-head').waitFor()
  })

  it('every door is ticked by one key; the count is handed in as a claim and overwrites nothing', async () => {
    await press('v')
    await desk.page.locator('.evacuation').waitFor()
    await press('n')
    await dialog('下达转移').waitFor()
    await see('将列入在册重点户 3 户（已在名单上的不重复）。')
    await press('Control+Enter')
    await gone()
    await desk.page.locator('.evacuation-row[data-current]', { hasText: '李长明' }).waitFor()
    // A finger that stays on the key answers for one door, not for all that follow.
    await desk.page.keyboard.down('1')
    await desk.page.locator('.evacuation-row[data-state="moved"]', { hasText: '李长明' }).waitFor()
    await desk.page.locator('.evacuation-row[data-current]', { hasText: '王秀英' }).waitFor()
    await desk.page.keyboard.down('1')
    await desk.page.keyboard.up('1')
    await press('3')
    await desk.page.locator('.evacuation-row[data-current]', { hasText: '赵德贵' }).waitFor()
    await desk.page.locator('.evacuation-row[data-state="missing"]', { hasText: '王秀英' }).waitFor()
    await desk.page.locator('.evacuation-row[data-state="listed"]', { hasText: '赵德贵' }).waitFor()
    await press('g')
    await see('已作为“转移”的一个说法提交，待值班员采用')
    await desk.screenshot('evacuation-list')
    expect(await listViolations(desk.page)).toEqual([])
    const detail = await askDesk(desk.page, 'incident.detail', { id: incident })
    const state = detail?.incident.state
    expect([state?.claims.map(({ field, amount }) => [field, amount]), state?.official]).toEqual([
      [['evacuated', { n: 4 }]],
      {},
    ])
    await press('Escape')
    await desk.page.locator('.board-head').waitFor()
    // Opened again: the first arrow goes on from the household at hand.
    await press('v')
    await desk.page.locator('.evacuation-row[data-current]', { hasText: '李长明' }).waitFor()
    await press('ArrowDown')
    await desk.page.locator('.evacuation-row[data-current]:focus', { hasText: '王秀英' }).waitFor()
    // Why a mark was refused goes with Escape and with the room.
    const refused = desk.page.locator('.notice', { hasText: '没有变化：这一户已经是这个状态' })
    await press('3')
    await refused.waitFor()
    await press('Escape')
    await refused.waitFor({ state: 'detached' })
    await desk.page.locator('.board-head').waitFor()
    await press('v')
    await desk.page.locator('.evacuation-row[data-current]', { hasText: '李长明' }).waitFor()
    await press('1')
    await refused.waitFor()
    await keys.openRoom('任务')
    await refused.waitFor({ state: 'detached' })
  })
})
