// The disk is busy, or a virus scanner holds a file, when a part of the page is first asked for.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('a part of the page that cannot be read', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const said = () => desk.page.getByRole('alert').filter({ hasText: '读取失败' })
  const heading = (name: string) => desk.page.getByRole('heading', { name, exact: true })
  /** The files are not to be had while `act` goes on; ends when one of them was asked for. */
  const without = async (files: string, act: () => Promise<void>) => {
    await desk.page.route(files, (route) => route.abort())
    const asked = desk.page.waitForEvent('requestfailed')
    await act()
    await asked
    await said().waitFor()
    await desk.page.unroute(files)
  }

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await setUpDesk(desk.page)
    await desk.page.reload()
    await desk.page.getByRole('navigation').first().waitFor()
  })
  afterAll(() => desk?.close())

  it('is said in its place, and F5 reads it again; what was typed elsewhere stays', async () => {
    await press('F2')
    await desk.page.locator('[data-field="line"] textarea:focus').waitFor()
    await desk.page.keyboard.insertText('石桥头有人落水')
    await press('Escape')
    await desk.page.evaluate(() => Object.assign(window, { page: 'the same' }))
    await without('**/assets/VillagesRoom-*.js', () => press('Alt+9'))
    await desk.screenshot('unread-room')
    await press('F5')
    await heading('村（社区）').first().waitFor()
    expect(await said().count()).toBe(0)
    // The window was not loaded anew.
    expect(await desk.page.evaluate(() => 'page' in window)).toBe(true)
  })

  it('is said again while it still cannot be read, and the button does the same as the key', async () => {
    await desk.page.route('**/assets/TeamsRoom-*.js', (route) => route.abort())
    await press('Alt+7')
    await said().waitFor()
    const again = desk.page.waitForEvent('requestfailed')
    await press('F5')
    await again
    await said()
      .getByRole('button', { name: /重新载入窗口/ })
      .waitFor()
    await desk.screenshot('unread-still')
    await desk.page.unroute('**/assets/TeamsRoom-*.js')
    await said()
      .getByRole('button', { name: /再读一次/ })
      .click()
    await heading('应急队伍').first().waitFor()
  })

  it('has its looks too, when those were what failed', async () => {
    await without('**/assets/SettingsRoom-*.css', () => desk.page.getByRole('link', { name: '设置' }).click())
    await press('F5')
    await heading('设置').first().waitFor()
    const looks = await desk.page.evaluate(
      () => [...document.styleSheets].filter(({ href }) => href?.includes('SettingsRoom-')).length,
    )
    expect(looks).toBe(1)
  })

  it('is there after the window was loaded anew, where the browser keeps the failure', async () => {
    await without('**/assets/HouseholdsRoom-*.js', () => desk.page.getByRole('link', { name: '重点户' }).click())
    await desk.page.route('**/assets/HouseholdsRoom-*.js', (route) => route.abort())
    await press('F5')
    await said()
      .getByRole('button', { name: /重新载入窗口/ })
      .waitFor()
    await desk.page.unroute('**/assets/HouseholdsRoom-*.js')
    await press('Shift+F5')
    await heading('重点户').first().waitFor()
    expect(await desk.page.evaluate(() => 'page' in window)).toBe(false)
    // What was begun in the form of F2 is its draft.
    await desk.page.getByText('有 1 条接报没有记录完').waitFor()
  })

  it('a ledger fails and comes back in its place: the room around it goes on', async () => {
    await desk.page.getByRole('link', { name: '事件' }).click()
    await without('**/assets/LedgerGrid-*.js', async () => void (await desk.page.reload()))
    await heading('事件').first().waitFor()
    await desk.screenshot('unread-ledger')
    await press('F5')
    await desk.page.getByRole('grid').or(desk.page.getByRole('treegrid')).first().waitFor()
  })
})
