// After the night: the review of an incident by keyboard, a lesson that becomes a task, and the paper for the file.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { listViolations } from '../support/axe.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { makeIntake } from '../support/intakes.ts'
import { type Keyboard, keyboardOf } from '../support/keyboard.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('the review of an incident', () => {
  let desk: BrowserDesk
  let keys: Keyboard
  let incident: { readonly id: string; readonly no: string }

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    keys = keyboardOf(desk.page)
    await setUpDesk(desk.page)
    const draft = makeIntake('draft0001', { reportedAt: Date.now(), figures: { trapped: { n: 2 } } })
    incident = (await askDesk(desk.page, 'intake.record', draft)).incident
  })
  afterAll(() => desk?.close())

  const review = () => desk.page.getByRole('dialog', { name: new RegExp(`^复盘 ${incident.no}`) })

  it('opens with L and shows every step against its limit', async () => {
    await desk.page.evaluate((id) => {
      location.hash = `#/incidents/${id}`
    }, incident.id)
    await desk.page.getByRole('button', { name: /^复盘/ }).waitFor()
    await keys.press('l')
    await review().locator('tr[data-step="firstPhone"]').getByText('时限未到').waitFor()
    await review().getByText('未核定的数字：被困').waitFor()
    expect(await listViolations(desk.page)).toEqual([])
    await desk.screenshot('review-page')
  })

  it('takes a lesson and makes a task of it, which the lesson then shows', async () => {
    await review().locator('.review:focus').waitFor()
    await keys.press('n')
    const dialog = desk.page.getByRole('dialog', { name: '填写经验教训' })
    await dialog.getByLabel('发生了什么').waitFor()
    await keys.fill(dialog.getByLabel('发生了什么'), '村口漫水桥没有人值守')
    await keys.press('Control+Enter')
    await dialog.getByText('请填写。').first().waitFor()
    await keys.fill(dialog.getByLabel('怎样改进'), '漫水桥安排专人值守')
    await keys.fill(dialog.getByRole('combobox', { name: '责任人' }), '李家湾村')
    await dialog.getByRole('option', { name: '李家湾村', selected: true }).waitFor()
    await keys.press('Enter')
    await keys.fill(dialog.getByLabel('完成时限'), '23:59')
    await desk.screenshot('review-lesson')
    await keys.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await keys.use(review().getByRole('button', { name: '转为任务' }))
    await review()
      .getByText(/任务 \d{4}-A01 已下达/)
      .waitFor()
    await desk.screenshot('review-task')
    const { rows } = await askDesk(desk.page, 'task.list', { filter: { view: 'all' }, limit: 10 })
    expect(rows.map(({ title }) => title)).toEqual(['漫水桥安排专人值守'])
  })

  it('leaves as a Word file', async () => {
    const download = desk.page.waitForEvent('download')
    await keys.use(review().getByRole('button', { name: '导出 Word' }))
    expect((await download).suggestedFilename()).toMatch(/^关于.*的复盘报告.*\.docx$/)
    await keys.press('Escape')
    await review().waitFor({ state: 'detached' })
  })
})
