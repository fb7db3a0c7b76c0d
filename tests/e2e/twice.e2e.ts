import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('an act confirmed twice', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await setUpDesk(desk.page)
    await askDesk(desk.page, 'teams.add', { name: '镇应急救援队', kind: 'rescue' })
  })
  afterAll(() => desk?.close())

  it('in one breath, faster than the page is drawn anew, is done once', async () => {
    await desk.page.evaluate(() => {
      location.hash = '#/tasks'
    })
    await desk.page.getByText('没有未办结的任务').first().waitFor()
    await press('n')
    const dialog = desk.page.getByRole('dialog', { name: '下达任务' })
    await dialog.waitFor()
    await desk.page.keyboard.insertText('转移坡脚三户')
    // Once too early: the next one changes nothing on the page before it is taken.
    await press('Control+Enter')
    await desk.page.locator('.task-recipients input:focus').waitFor()
    await desk.page.keyboard.type('zyjjy')
    await desk.page.locator('.ant-select-item-option-active').filter({ hasText: '镇应急救援队' }).waitFor()
    await press('Enter')
    await desk.page.locator('.task-recipients').filter({ hasText: '镇应急救援队' }).waitFor()
    await dialog.locator('form').evaluate(async (form) => {
      if (!(form instanceof HTMLFormElement)) throw new Error('no form')
      const next = new MessageChannel()
      const soon = new Promise((done) => {
        next.port1.onmessage = done
      })
      next.port2.postMessage(null)
      form.requestSubmit()
      await soon
      form.requestSubmit()
      next.port1.close()
    })
    await dialog.waitFor({ state: 'detached' })
    const { rows } = await askDesk(desk.page, 'task.list', { filter: { view: 'open' }, limit: 10 })
    expect(rows).toHaveLength(1)
  })
})
