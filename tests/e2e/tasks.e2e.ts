import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { type HubProcess, runHub, startHubProcess } from '../support/hubProcess.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { setUpDesk } from '../support/setUpDesk.ts'
import { waitFor } from '../support/waitFor.ts'

describeInElectron('tasks, county orders and alarms by keyboard', () => {
  let desk: LaunchedDesk
  let hub: HubProcess | undefined
  const hubData = makeFolder()

  const press = (key: string) => desk.page.keyboard.press(key)
  const type = (text: string) => desk.page.keyboard.insertText(text)
  const pane = () => desk.page.locator('.task-detail')
  const shown = (text: string | RegExp) => desk.page.getByText(text).first().waitFor()
  const room = (id: string) =>
    desk.page.evaluate((name) => {
      location.hash = `#/${name}`
    }, id)

  beforeAll(async () => {
    desk = await launchDesk()
    await setUpDesk(desk.page)
    await askDesk(desk.page, 'teams.add', { name: '镇应急救援队', kind: 'rescue' })
  })
  afterAll(async () => {
    await desk?.close()
    await hub?.stop()
  })

  it('gives a task to a team, found by its initials, due in 30 minutes', async () => {
    await room('tasks')
    await shown('没有未办结的任务')
    await press('n')
    await desk.page.getByRole('dialog', { name: '下达任务' }).waitFor()
    await type('转移李家湾二组坡脚三户')
    // Nobody to do it yet: the focus goes where somebody is to be named.
    await press('Control+Enter')
    await shown('请选择由谁承办。')
    await desk.page.locator('.task-recipients input:focus').waitFor()
    await desk.page.keyboard.type('zyjjy')
    await desk.page.locator('.ant-select-item-option-active').filter({ hasText: '镇应急救援队' }).waitFor()
    await press('Enter')
    const chosen = desk.page.locator(
      '.task-recipients .ant-select-selection-item, .task-recipients [class*="item-content"]',
    )
    await chosen.filter({ hasText: '镇应急救援队' }).first().waitFor()
    // Once more by habit: the list closes, and no second team gets the task.
    await press('Enter')
    await desk.page.locator('.ant-select-item-option-active').waitFor({ state: 'hidden' })
    await press('Control+3')
    await desk.screenshot('tasks-issue')
    await press('Control+Enter')
    await shown(/^已下达 \d{4}-A01/)
    await pane()
      .getByRole('heading', { name: /转移李家湾二组坡脚三户/ })
      .waitFor()
    const { rows } = await askDesk(desk.page, 'task.list', { filter: { view: 'open' }, limit: 10 })
    expect(rows).toMatchObject([{ status: 'issued', recipient: { name: '镇应急救援队' }, urgency: 'ordinary' }])
    expect((rows[0]?.dueAt ?? 0) - (rows[0]?.issuedAt ?? 0)).toBe(30 * 60_000)
  })

  it('records what the team answers, step by step, with the steps it left out', async () => {
    await press('1')
    await pane().getByRole('form', { name: '记录“收到”' }).waitFor()
    await press('Enter')
    await pane().locator('.tag', { hasText: '已收到' }).waitFor()
    await press('3')
    await shown('出发还没有报告，将记为“未报”，以后可以补报。')
    await type('桥头积水，绕行到场')
    await press('Enter')
    await pane().locator('.tag', { hasText: '已到场' }).waitFor()
    await pane().locator('.task-marks .tag', { hasText: '未报 1 步' }).waitFor()
    await press('2')
    await pane().getByRole('form', { name: '记录“出发”' }).waitFor()
    await press('Escape')
    await press('2')
    await pane().getByRole('form', { name: '记录“出发”' }).waitFor()
    await press('Enter')
    await pane().locator('.task-history .tag', { hasText: '补报' }).waitFor()
    await desk.screenshot('tasks-room')
    for (const [key, words] of [
      ['4', '已完成'],
      ['5', '已核销'],
    ] as const) {
      await press(key)
      await pane().locator('.task-act').waitFor()
      await press('Enter')
      await pane().locator('.task-marks .tag', { hasText: words }).waitFor()
    }
    const { rows } = await askDesk(desk.page, 'task.list', { filter: { view: 'all' }, limit: 10 })
    const detail = await askDesk(desk.page, 'task.detail', { id: rows[0]?.id ?? '' })
    expect(detail?.acts.map(({ act, effect, by }) => `${act} ${effect} ${by}`)).toEqual([
      'issued moved 陈明',
      'received moved 镇应急救援队',
      'arrived moved 镇应急救援队',
      'departed filled 镇应急救援队',
      'completed moved 镇应急救援队',
      'verified moved 陈明',
    ])
  })

  it('opens the task under the cursor, so that a digit answers for that one', async () => {
    const to = [{ kind: 'team', id: 'team-y', name: '王家坪民兵' } as const]
    const said = { detail: '', to, at: Date.now(), means: 'phone', receivedBy: '', urgency: 'ordinary' } as const
    for (const [title, minutes] of [
      ['先到期', 20],
      ['后到期', 40],
    ] as const)
      await askDesk(desk.page, 'task.issue', { ...said, title, dueAt: Date.now() + minutes * 60_000 })
    await press('Escape')
    await desk.page.getByRole('gridcell', { name: '后到期' }).waitFor()
    const first = pane().getByRole('heading', { name: /先到期/ })
    const second = pane().getByRole('heading', { name: /后到期/ })
    await desk.page.getByRole('gridcell', { name: '先到期' }).click()
    await press('Enter')
    await first.waitFor()
    await press('ArrowDown')
    await second.waitFor()
    // Told by telephone both are received already; now one of them sets out.
    await press('2')
    const form = pane().getByRole('form', { name: '记录“出发”' })
    await keyboardOf(desk.page).fill(form.getByLabel(/^情况/), '带了橡皮艇')
    // While it is written about, a press on another row does not take it away.
    await desk.page.getByRole('gridcell', { name: '先到期' }).click()
    expect([await second.count(), await form.getByLabel(/^情况/).inputValue()]).toEqual([1, '带了橡皮艇'])
    await form.getByLabel(/^情况/).press('Control+Enter')
    await pane().locator('.tag', { hasText: '已出发' }).waitFor()
    const { rows } = await askDesk(desk.page, 'task.list', { filter: { view: 'open' }, limit: 10 })
    expect(Object.fromEntries(rows.map(({ title, status }) => [title, status]))).toEqual({
      先到期: 'received',
      后到期: 'departed',
    })
  })

  it('keeps what was typed when the power goes', async () => {
    await press('Escape')
    await press('n')
    await desk.page.getByRole('dialog', { name: '下达任务' }).waitFor()
    await type('查看石门水库溢洪道')
    await waitFor(
      () => askDesk(desk.page, 'draft.list', { kind: 'task' }),
      (drafts) => drafts.length === 1,
    )
    await desk.kill()
    desk = await launchDesk({ dataDir: desk.dataDir })
    await signIn()
    await room('tasks')
    await desk.page.locator('.task-room').waitFor()
    await press('n')
    await shown('这是上次没有下达的内容，可以接着填。')
    expect(await desk.page.getByRole('textbox', { name: '任务' }).inputValue()).toBe('查看石门水库溢洪道')
    await press('Escape')
  })

  it('sounds when a time has passed, is silenced by F8, asks why, and keeps the answer', async () => {
    const now = Date.now()
    const to = [{ kind: 'team', id: 'team-x', name: '石门村民兵' } as const]
    const said = { title: '巡查河堤', detail: '', to, at: now, means: 'phone', receivedBy: '' } as const
    await askDesk(desk.page, 'task.issue', { ...said, dueAt: now + 1_500, urgency: 'life-safety' })
    const strip = desk.page.locator('.alarm-strip[data-stage="red"]')
    await strip.waitFor()
    expect(await strip.textContent()).toContain('巡查河堤')
    // Chromium lets an alarm sound although nobody has touched this page yet.
    expect(
      await desk.page.evaluate(async () => {
        const audio = new AudioContext()
        await audio.resume()
        return audio.state
      }),
    ).toBe('running')
    await desk.screenshot('alarm-strip')
    await press('F8')
    await strip.waitFor({ state: 'detached' })
    await desk.page.getByRole('button', { name: /^提醒 1/ }).click()
    await desk.page.getByRole('button', { name: '说明原因' }).click()
    await desk.page.getByLabel('超时原因').waitFor()
    await type('河堤路断')
    await desk.screenshot('alarm-list')
    await press('Enter')
    await shown('超时原因已记录')
    await press('Escape')
    const { alarms } = await askDesk(desk.page, 'alarm.list', null)
    expect(alarms.map(({ wantsReason, sounding }) => [wantsReason, sounding])).toEqual([[false, false]])
  })

  it('shows an order of the county with sound; it is signed for, answered, and made into a task', async () => {
    hub = await startHubProcess(['--port', '0', '--data', hubData])
    const ask = (...args: string[]) => runHub([...args, '--data', hubData])
    const township = ['--township', '510124103'] as const
    const order = (title: string, ...more: string[]) =>
      ask('order', ...township, '--title', title, '--text', `${title}。`, '--by', '周敏', ...more)
    const statuses = async () => {
      const { rows } = await askDesk(desk.page, 'order.list', { view: 'open', limit: 10 })
      return Object.fromEntries(rows.map((row) => [row.title, row.status]))
    }
    const { out } = await ask('enroll', '--township', '510124103', '--name', '清溪镇')
    const code = /([0-9A-Z]{5}-){4}[0-9A-Z]{5}/.exec(out)?.[0] ?? ''
    await askDesk(desk.page, 'sync.setHub', { url: hub.url })
    expect(await askDesk(desk.page, 'sync.enroll', { code })).toMatchObject({ outcome: 'enrolled' })
    const text = '请立即组织山洪危险区群众转移，并报告人数。'
    await ask(
      'order',
      '--township',
      '510124103',
      '--title',
      '转移山洪危险区群众',
      '--text',
      text,
      '--urgent',
      '--by',
      '周敏',
    )
    const strip = desk.page.locator('.alarm-strip')
    await strip.filter({ hasText: '县指令待签收：转移山洪危险区群众' }).waitFor()
    await press('F8')
    await strip.waitFor({ state: 'detached' })
    await order('报送值班表')
    await waitFor(statuses, (all) => all.报送值班表 === 'issued')
    await room('orders')
    await desk.page.locator('.order-text').filter({ hasText: text }).waitFor()
    await desk.screenshot('orders-arrived')
    // Signed, it is no longer the first of the list, and stays open all the same: the next key is for it.
    await press('s')
    await desk.page.locator('.order-card[aria-current]', { hasText: '已签收' }).waitFor()
    await desk.page.locator('.order-text').filter({ hasText: text }).waitFor()
    await press('r')
    const reply = desk.page.getByRole('textbox', { name: '回复内容' }).and(desk.page.locator(':focus'))
    await reply.waitFor()
    await desk.page.keyboard.type('liangcun')
    // What is more urgent comes while the answer is typed: the next letters belong to the answer and sign for nothing.
    await order('立即撤离沟口群众', '--urgent')
    await desk.page.locator('.order-card', { hasText: '立即撤离沟口群众' }).waitFor()
    await desk.page.keyboard.type('s')
    expect(await reply.inputValue()).toBe('liangcuns')
    await keyboardOf(desk.page).fill(reply, '两村危险区已转移43人。')
    await press('Control+Enter')
    await desk.page.locator('.order-card[aria-current]', { hasText: '已回复' }).waitFor()
    expect(await statuses()).toEqual({
      转移山洪危险区群众: 'replied',
      报送值班表: 'issued',
      立即撤离沟口群众: 'issued',
    })
    await press('t')
    await desk.page.getByRole('dialog', { name: /按县指令 .* 下达任务/ }).waitFor()
    await press('Tab')
    await desk.page.keyboard.type('ljw')
    await desk.page.locator('.ant-select-item-option-active').filter({ hasText: '李家湾村' }).waitFor()
    await press('Enter')
    await press('Control+Enter')
    await desk.page.locator('.order-tasks').getByText('转移山洪危险区群众').waitFor()
    await desk.page.locator('.order-history .mark', { hasText: '已送达县' }).first().waitFor()
    await desk.screenshot('orders-answered')
    const told = await waitFor(
      async () => (await ask('log', '--township', '510124103', '--json')).out,
      (log) => log.includes('order.replied'),
    )
    expect(told).toContain('order.acknowledged')
  })

  async function signIn(): Promise<void> {
    const people = await askDesk(desk.page, 'session.options', null)
    await askDesk(desk.page, 'session.signIn', { person: people[0]?.id ?? '', password: 'qing xi 119' })
    await desk.page.getByRole('navigation').first().waitFor()
  }
})
