import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

const REAL = '石桥头有人落水，派出所打来的'
const PRACTISED = '李家湾二组后山滑坡，埋了两个人，村支书打来的'

describeInElectron('a drill', () => {
  let desk: LaunchedDesk
  const page = () => desk.page
  const keys = () => keyboardOf(desk.page)
  const bar = () => page().getByRole('region', { name: '演练状态' })
  const intake = () => page().getByRole('dialog', { name: '接报' })
  const numbers = async () => {
    const filter = {}
    const list = await askDesk(page(), 'incident.page', {
      filter,
      sort: 'openedMs',
      descending: false,
      offset: 0,
      limit: 50,
    })
    return list.rows.map(({ no }) => no.replace(/^(演-)?\d{4}/, '$1'))
  }
  const take = async (line: string) => {
    await page().locator('[data-field="line"] textarea:focus').waitFor()
    await keys().write(line)
    // Whatever was heard before is no incident of this kind: it is a new one.
    await keys().press('Enter')
    await page().locator('.intake-recorded-last').filter({ hasText: '已记录' }).waitFor()
  }

  beforeAll(async () => {
    desk = await launchDesk()
    await setUpDesk(desk.page)
  })
  afterAll(() => desk?.close())

  const openDrillDialog = async () => {
    await keys().press('Shift+F9')
    const name = page().getByRole('dialog', { name: '开始演练' }).getByLabel('演练名称')
    await name.and(page().locator(':focus')).waitFor()
  }

  it('begins with a name and an end, and shows nothing of what is real', async () => {
    await keys().press('F2')
    await take(REAL)
    await keys().press('Escape')
    await intake().waitFor({ state: 'detached' })
    expect(await numbers()).toEqual(['-A01'])

    await openDrillDialog()
    await keys().write('防汛转移避险演练')
    await desk.screenshot('drill-start')
    await keys().press('Enter')
    await bar().getByText('防汛转移避险演练').waitFor()
    await page().getByRole('navigation', { name: '功能区' }).waitFor()
    expect(await page().title()).toContain('演练')
    expect(await numbers()).toEqual([])
  })

  it('marks and numbers apart what is taken in it', async () => {
    await keys().press('F2')
    await intake().getByText('演练', { exact: true }).first().waitFor()
    await take(PRACTISED)
    expect(await numbers()).toEqual(['演--A01'])
    await desk.screenshot('drill-intake')
    await keys().press('Escape')
    await intake().waitFor({ state: 'detached' })
    await keys().openRoom('事件')
    await page()
      .getByText(/^演-\d{4}-A01/)
      .first()
      .waitFor()
    await desk.screenshot('drill-incidents')
  })

  it('is left with one key for a real call, from inside a form too', async () => {
    await keys().press('F2')
    await page().locator('[data-field="line"] textarea:focus').waitFor()
    await keys().write('演练里写到一半')
    await keys().press('F9')
    await bar().waitFor({ state: 'detached' })
    await intake().waitFor()
    expect(await intake().getByText('演练', { exact: true }).count()).toBe(0)
    await take('王家坪厂房起火，119转来的')
    await keys().press('Escape')
    await intake().waitFor({ state: 'detached' })
    expect(await numbers()).toEqual(['-A01', '-A02'])
    // What was half typed in the drill is no draft of the real world.
    expect(await askDesk(page(), 'draft.list', { kind: 'intake' })).toEqual([])
  })

  it('stands in the log under its own filter, every line with its mark', async () => {
    await keys().openRoom('值班日志')
    const lines = page().getByRole('log').or(page().locator('.log-what'))
    await page()
      .getByText(/因真实警情退出演练/)
      .waitFor()
    expect(await page().getByText('演练', { exact: true }).and(page().locator('.log-marks *')).count()).toBe(0)
    await keys().goTo(page().getByLabel('只看演练'))
    await keys().press('Space')
    await page()
      .getByText(/因真实警情退出演练/)
      .waitFor({ state: 'detached' })
    await lines.first().waitFor()
    const marked = page().locator('.log-marks').filter({ hasText: '演练' })
    await expect.poll(() => marked.count()).toBe(2)
    await desk.screenshot('drill-log')
  })

  it('goes on, is joined again, and closes with its end what is open', async () => {
    await keys().press('Shift+F9')
    await keys().use(page().getByRole('button', { name: '参加' }))
    await bar().waitFor()
    // The half typed call is there again.
    await expect.poll(async () => (await askDesk(page(), 'draft.list', { kind: 'intake' })).length).toBe(1)
    await page().getByRole('navigation', { name: '功能区' }).waitFor()
    const { rows } = await askDesk(page(), 'incident.page', {
      filter: {},
      sort: 'openedMs',
      descending: false,
      offset: 0,
      limit: 5,
    })
    await page().evaluate((id) => {
      location.hash = `#/incidents/${id}`
    }, rows[0]?.id)
    await page().getByRole('button', { name: /^复盘/ }).waitFor()
    await keys().press('Shift+F9')
    await page()
      .getByText(/未结事件 1 起/)
      .waitFor()
    await desk.screenshot('drill-end')
    await keys().use(page().getByRole('button', { name: '结束演练' }))
    await bar().waitFor({ state: 'detached' })
    await page()
      .getByText(/演练“防汛转移避险演练”已结束/)
      .waitFor()
    // What was open there is not looked for among what is real.
    expect(await page().evaluate(() => location.hash)).toBe('#/incidents')
    expect(await numbers()).toEqual(['-A01', '-A02'])
  })

  it('is reviewed after its end, marked as ever', async () => {
    await openDrillDialog()
    await keys().use(page().getByRole('button', { name: '以往演练' }))
    const past = page().getByRole('dialog', { name: '以往演练' })
    await past.getByText('防汛转移避险演练').waitFor()
    await desk.screenshot('drill-past')
    await keys().use(past.getByRole('button', { name: '复盘' }))
    const review = page().getByRole('dialog', { name: /^复盘 演-/ })
    await review.getByText('演练', { exact: true }).first().waitFor()
    await review.getByText('是真实记录').waitFor()
    await desk.screenshot('drill-review')
    await keys().press('Escape')
    await review.waitFor({ state: 'detached' })
    await past.waitFor()
    await keys().use(past.getByRole('button', { name: '复盘' }))
    await review.locator('.review:focus').waitFor()
  })

  it('takes its lessons after its end too, and makes real tasks of them', async () => {
    const review = page().getByRole('dialog', { name: /^复盘 演-/ })
    await keys().press('n')
    const dialog = page().getByRole('dialog', { name: '填写经验教训' })
    await dialog.getByLabel('发生了什么').waitFor()
    // What is written now is no practice.
    expect(await dialog.getByText('演练', { exact: true }).count()).toBe(0)
    await keys().fill(dialog.getByLabel('发生了什么'), '现场对讲机没电')
    await keys().fill(dialog.getByLabel('怎样改进'), '对讲机配备用电池')
    await keys().fill(dialog.getByRole('combobox', { name: '责任人' }), '李家湾村')
    await dialog.getByRole('option', { name: '李家湾村', selected: true }).waitFor()
    await keys().press('Enter')
    await keys().fill(dialog.getByLabel('完成时限'), '23:59')
    await desk.screenshot('drill-lesson')
    await keys().press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await keys().use(review.getByRole('button', { name: '转为任务' }))
    await review.getByText(/任务 \d{4}-A01 已下达/).waitFor()
    await desk.screenshot('drill-lesson-task')
    await keys().use(review.getByRole('button', { name: '看任务' }))
    await page().getByRole('dialog').waitFor({ state: 'detached' })
    await page().getByText('演练“防汛转移避险演练”').first().waitFor()
    await desk.screenshot('drill-followup')
  })
})
