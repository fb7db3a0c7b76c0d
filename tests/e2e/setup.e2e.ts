import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BrowserDesk, describeInChromium, launchBrowserDesk } from '../support/chromium.ts'
import { describeInElectron, launchDesk, makeDataDir } from '../support/electronApp.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInChromium('first run, by keyboard alone', () => {
  let desk: BrowserDesk
  const press = (key: string) => desk.page.keyboard.press(key)
  const type = (text: string) => desk.page.keyboard.type(text)
  const typeNext = async (text: string) => {
    await press('Tab')
    await type(text)
  }

  beforeAll(async () => {
    desk = await launchBrowserDesk()
  })
  afterAll(() => desk?.close())

  it('founds a township, shows the recovery code once and goes on to the frame', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '新建乡镇' }).waitFor()
    await desk.screenshot('setup-start')
    await press('Enter')
    await page.getByLabel('所属县').waitFor()
    await type('青石县')
    await typeNext('清溪镇')
    await typeNext('51012410')
    await press('Enter')
    await page.getByText('应为 9 位乡级行政区划代码').waitFor()
    await desk.screenshot('setup-problem')
    await type('3')
    await press('Enter')
    await page.getByLabel('村（社区）名称').waitFor()
    await page.keyboard.insertText('1. 李家湾村\n2. 王家坪村\n石门村\n')
    await page.getByText('共 3 个村').waitFor()
    await desk.screenshot('setup-villages')
    await press('Control+Enter')
    await page.getByLabel('管理员姓名').waitFor()
    await type('陈明')
    await typeNext('应急办主任')
    await typeNext('138 0000 0001')
    await typeNext('qing xi 119')
    await typeNext('qing xi 119')
    await press('Tab')
    await typeNext('值班室主机')
    await desk.screenshot('setup-administrator')
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: '恢复码' })
    await dialog.waitFor()
    await desk.screenshot('setup-recovery')
    const code = (await dialog.locator('.recovery-code').textContent()) ?? ''
    expect(code).toMatch(/^([2-9A-Z]{4}-){4}[2-9A-Z]{4}$/)
    // A locked screen covers the code; whoever locked it finds it again.
    await press('Alt+L')
    await page.getByRole('heading', { name: '已锁屏：陈明' }).waitFor()
    expect(await dialog.count()).toBe(0)
    await page.locator('input[type="password"]:focus').waitFor()
    await type('qing xi 119')
    await press('Enter')
    await dialog.waitFor()
    await press('Tab')
    await press('Enter')
    await page.getByRole('navigation', { name: '功能区' }).waitFor()
    await desk.screenshot('setup-done')
    expect(await page.content()).not.toContain(code)
  })

  it('locks, refuses a wrong password, and lets the person back in', async () => {
    const { page } = desk
    await press('Alt+L')
    await page.getByRole('heading', { name: '已锁屏：陈明' }).waitFor()
    await desk.screenshot('session-locked')
    await type('not it at all')
    await press('Enter')
    await page.getByText('密码不正确').waitFor()
    await type('qing xi 119')
    await press('Enter')
    await page.getByRole('navigation', { name: '功能区' }).waitFor()
  })

  it('takes over duty', async () => {
    const { page } = desk
    await page.getByTitle('接班').focus()
    await press('Enter')
    await page.getByRole('dialog', { name: '接班' }).waitFor()
    await desk.screenshot('session-duty')
    await press('Control+Enter')
    await page.getByText('值班员：陈明，已记录。').waitFor()
    await desk.screenshot('session-on-duty')
  })

  it('signs out, and in again with the name chosen in advance', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '当前用户：陈明' }).focus()
    await press('Enter')
    await desk.screenshot('session-menu')
    await page.getByRole('button', { name: '退出登录' }).focus()
    await press('Enter')
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await desk.screenshot('session-sign-in')
    await type('qing xi 119')
    await press('Enter')
    await page.getByRole('navigation', { name: '功能区' }).waitFor()
  })
})

describeInElectron('the console after a restart', () => {
  it('asks for the password, and takes it by keyboard', async () => {
    const dataDir = makeDataDir()
    const first = await launchDesk({ dataDir })
    await setUpDesk(first.page)
    await first.close()
    const again = await launchDesk({ dataDir })
    const { page } = again
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await page.keyboard.type('陈明')
    await page.keyboard.press('Enter')
    await page.keyboard.type('qing xi 120')
    await page.keyboard.press('Enter')
    await page.getByText('密码不正确').waitFor()
    await page.keyboard.type('qing xi 119')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: '功能区' }).waitFor()
    await again.close()
  })
})
