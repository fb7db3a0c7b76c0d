import { afterAll, beforeAll, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('choosing from a list by typing', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const village = () => desk.page.getByRole('form', { name: '接报' }).getByLabel('村（社区）')
  const type = () => desk.page.getByRole('form', { name: '接报' }).getByLabel('类型')
  const recorded = () => desk.page.locator('.intake-recorded-last')
  const toVillage = async () => {
    await desk.page.locator('[data-field="line"] textarea:focus').waitFor()
    await press('Enter')
  }

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await setUpDesk(desk.page)
  })
  afterAll(() => desk?.close())

  it('takes what was typed and entered before the list was there', async () => {
    // Both lists come in one moment, and late.
    await desk.page.addInitScript(() => {
      const ask = window.fetch
      const told = new Promise((done) => window.addEventListener('tell', done))
      window.fetch = async (...args) => {
        const response = await ask(...args)
        const json = await response.json()
        if (/villages\.options|classification\.read/.test(String(args[0]))) await told
        return Response.json(json)
      }
    })
    await desk.page.reload()
    await desk.page.getByRole('navigation').first().waitFor()
    await press('F2')
    await toVillage()
    await desk.page.keyboard.type('ljw')
    await press('Enter')
    await desk.page.locator('[data-field="place"] input:focus').waitFor()
    await desk.page.keyboard.insertText('二组后山')
    await press('Enter')
    await desk.page.locator('[data-field="type"] input:focus').waitFor()
    await desk.page.keyboard.type('hp')
    await press('Enter')
    expect(await village().inputValue()).toBe('ljw')
    await desk.page.evaluate(() => window.dispatchEvent(new Event('tell')))
    await expect.poll(() => village().inputValue()).toBe('李家湾村')
    await expect.poll(() => type().inputValue()).toBe('山体滑坡')
    await press('Control+Enter')
    await recorded().waitFor()
    expect(await desk.page.locator('.intake-recorded li').first().textContent()).toContain('李家湾村二组后山山体滑坡')
  })

  it('records with Ctrl+Enter what stands first in the list at that moment', async () => {
    await toVillage()
    await desk.page.keyboard.type('ljw')
    await desk.page.getByRole('option', { name: '李家湾村' }).waitFor()
    await press('Control+Enter')
    await desk.page.getByText('这条接报属于哪起事件？').waitFor()
    await press('0')
    await recorded().filter({ hasText: /A02/ }).waitFor()
    expect(await desk.page.locator('.intake-recorded li').first().textContent()).toContain('新建事件')
    expect(await desk.page.locator('.intake-recorded li').first().textContent()).toContain('李家湾村')
  })

  it('does not record without what was typed and is in no list, and says so at its field', async () => {
    await toVillage()
    await desk.page.keyboard.insertText('王家坪')
    await press('Tab')
    await desk.page.keyboard.insertText('水井边')
    await press('Control+Enter')
    await desk.page.getByText('列表中没有“王家坪”，请重选或清空').waitFor()
    await desk.page.locator('[data-field="village"] input:focus').waitFor()
    await desk.screenshot('intake-unmatched')
    expect(await recorded().textContent()).toContain('A02')
    await press('Control+A')
    await press('Backspace')
    await press('Control+Enter')
    await recorded().filter({ hasText: /A03/ }).waitFor()
    expect(await desk.page.locator('.intake-recorded li').first().textContent()).not.toContain('李家湾村')
  })

  it('leaves nobody out of a task in silence: what was typed is taken or asked for', async () => {
    await press('Escape')
    await desk.page.evaluate(() => {
      location.hash = '#/tasks'
    })
    await desk.page.getByText('没有未办结的任务').first().waitFor()
    await press('n')
    const dialog = desk.page.getByRole('dialog', { name: '下达任务' })
    const title = dialog.getByRole('textbox', { name: /^任务/ })
    const chosen = desk.page.locator('.task-recipients [class*="item-content"]')
    await title.and(desk.page.locator(':focus')).waitFor()
    await desk.page.keyboard.insertText('通知低洼户转移')
    const typeInto = async (text: string) => {
      await dialog.getByRole('combobox', { name: '承办' }).focus()
      await desk.page.keyboard.insertText(text)
      // The field is left with a press elsewhere, before anything is chosen.
      await title.click()
    }
    await typeInto('李家湾村')
    await expect.poll(() => chosen.allTextContents()).toEqual(['李家湾村'])
    // Typed once more and entered: who is chosen stays chosen.
    await dialog.getByRole('combobox', { name: '承办' }).focus()
    await desk.page.keyboard.insertText('ljw')
    await dialog.locator('.ant-select-item-option-active', { hasText: '李家湾村' }).waitFor()
    await press('Enter')
    await expect.poll(() => dialog.getByRole('combobox', { name: '承办' }).inputValue()).toBe('')
    expect(await chosen.allTextContents()).toEqual(['李家湾村'])
    await typeInto('王家坪')
    await press('Control+Enter')
    await dialog.getByText('列表中没有“王家坪”，请重选或清空').waitFor()
    await desk.page.locator('.task-recipients input:focus').waitFor()
    await desk.screenshot('task-unmatched')
    await press('Control+A')
    await press('Backspace')
    await press('Control+Enter')
    await desk.screenshot('dbg2')
    await dialog.waitFor({ state: 'detached', timeout: 3000 })
    const { rows } = await askDesk(desk.page, 'task.list', { filter: { view: 'open' }, limit: 10 })
    expect(rows.map(({ recipient }) => recipient.name)).toEqual(['李家湾村'])
  })
})
