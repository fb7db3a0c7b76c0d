import { afterAll, beforeAll, it } from 'vitest'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('an intake form that cannot be read', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const frame = () => desk.page.getByRole('navigation').first().waitFor()

  beforeAll(async () => {
    desk = await launchBrowserDesk()
    await setUpDesk(desk.page)
  })
  afterAll(() => desk?.close())

  it('is said at F2; the page goes on, and the next F2 opens it when it can be read again', async () => {
    const form = '**/assets/Intake-*.js'
    await desk.page.route(form, (route) => route.abort())
    const asked = desk.page.waitForEvent('requestfailed')
    await desk.page.reload()
    await asked
    await frame()
    await press('F2')
    await desk.page.getByRole('alert').filter({ hasText: '接报表单打不开' }).waitFor()
    await desk.screenshot('intake-fault')
    await press('Escape')
    await desk.page.getByRole('alert').waitFor({ state: 'detached' })
    await desk.page.getByRole('link', { name: '值班日志' }).click()
    await desk.page.getByRole('heading', { name: '值班日志' }).waitFor()
    await desk.page.unroute(form)
    await press('F2')
    await desk.page.locator('[data-field="line"] textarea:focus').waitFor()
  })
})
