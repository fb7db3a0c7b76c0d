// Closing the window on a desktop with a status area, and on one without. The status area is a real one as far as the desk can
// tell: a D-Bus session with a StatusNotifierWatcher, through which the tests see the icon and choose from its menu.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { startBrowserConsole } from '../support/chromium.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { setUpDesk } from '../support/setUpDesk.ts'
import { type SessionBus, type StatusArea, startSessionBus } from '../support/statusArea.ts'
import { pressClose, readWindow } from '../support/windowState.ts'

let bus: SessionBus
let desk: LaunchedDesk

beforeEach(async () => {
  bus = await startSessionBus()
})
afterEach(async () => {
  await desk.close()
  bus.stop()
})

async function findIcon(area: StatusArea): Promise<StatusArea['items'][number]> {
  await expect.poll(() => area.items.length, { timeout: 10_000 }).toBe(1)
  const [icon] = area.items
  if (!icon) throw new Error('no icon')
  return icon
}

const hidden = { visible: false, minimized: false }
const shown = { visible: true, minimized: false }

describeInElectron('a desktop with a status area', () => {
  let area: StatusArea
  beforeEach(async () => {
    area = await bus.startStatusArea()
    desk = await launchDesk({ env: bus.env })
  })

  it('keeps the desk behind its icon when the window is closed, and explains it once', async () => {
    const icon = await findIcon(area)
    expect(await area.readToolTip(icon)).toBe('镇守 值班台')
    expect((await area.readMenu(icon)).map(({ label }) => label)).toEqual(['打开', '接报', '', '退出'])
    await pressClose(desk)
    await expect.poll(() => readWindow(desk)).toEqual(hidden)
    expect(await askDesk(desk.page, 'session.current', null)).toMatchObject({ state: 'empty' })
    const notices = desk.page.locator('.notice', { hasText: '值班台仍在后台运行' })
    await expect.poll(() => notices.count()).toBe(1)
    await area.choose(icon, '打开')
    await expect.poll(() => readWindow(desk)).toEqual(shown)
    await notices.getByRole('button').click()
    await pressClose(desk)
    await expect.poll(() => readWindow(desk)).toEqual(hidden)
    expect(await askDesk(desk.page, 'console.takeNotices', null)).toEqual([])
    expect(await notices.count()).toBe(0)
  })

  it('takes a report from the icon, in the frame and over the lock screen', async () => {
    const icon = await findIcon(area)
    await setUpDesk(desk.page)
    const form = desk.page.getByRole('dialog', { name: '接报' })
    for (const before of [async () => undefined, () => askDesk(desk.page, 'session.lock', null)]) {
      await before()
      await pressClose(desk)
      await expect.poll(() => readWindow(desk)).toEqual(hidden)
      await area.choose(icon, '接报')
      await form.waitFor()
      expect(await readWindow(desk)).toEqual(shown)
      await desk.page.keyboard.press('Escape')
      await form.waitFor({ state: 'hidden' })
    }
  })

  it('keeps the wish for a report until a page can take it', async () => {
    const icon = await findIcon(area)
    await pressClose(desk)
    await expect.poll(() => readWindow(desk)).toEqual(hidden)
    await area.choose(icon, '接报')
    await expect.poll(() => readWindow(desk)).toEqual(shown)
    // The page of a console without a township takes no report yet: the wish waits.
    expect(await askDesk(desk.page, 'console.takeIntake', null)).toBe(true)
    expect(await askDesk(desk.page, 'console.takeIntake', null)).toBe(false)
  })

  it('speaks the language of the page', async () => {
    const icon = await findIcon(area)
    await askDesk(desk.page, 'console.setLanguage', 'en')
    await expect
      .poll(async () => (await area.readMenu(icon)).map(({ label }) => label))
      .toEqual(['Open', 'Take a report', '', 'Quit'])
    await expect.poll(() => area.readToolTip(icon)).toBe('Zhenshou duty desk')
  })

  it('ends by the icon, in good order', async () => {
    const icon = await findIcon(area)
    await pressClose(desk)
    await expect.poll(() => readWindow(desk)).toEqual(hidden)
    const main = desk.app.process()
    const ended = new Promise((done) => main.once('exit', done))
    await area.choose(icon, '退出')
    expect(await ended).toBe(0)
  })

  it('comes back when it is started again, in either host', async () => {
    await findIcon(area)
    await pressClose(desk)
    await expect.poll(() => readWindow(desk)).toEqual(hidden)
    await expect(launchDesk({ dataDir: desk.dataDir, env: bus.env })).rejects.toThrow()
    await expect.poll(() => readWindow(desk)).toEqual(shown)
    await pressClose(desk)
    await expect.poll(() => readWindow(desk)).toEqual(hidden)
    await expect(startBrowserConsole({ dataDir: desk.dataDir })).rejects.toThrow(/another console/)
    await expect.poll(() => readWindow(desk)).toEqual(shown)
  })
})

describeInElectron('a desktop without a status area', () => {
  beforeEach(async () => {
    desk = await launchDesk({ env: bus.env })
    // No window manager runs here that would really minimise: what the desk asks for is what counts.
    await desk.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow & { asked?: string[] }
      window.asked = []
      window.minimize = () => window.asked?.push('minimize')
      window.hide = () => window.asked?.push('hide')
    })
  })
  const asked = () =>
    desk.app.evaluate(({ BrowserWindow }) => (BrowserWindow.getAllWindows()[0] as unknown as { asked: string[] }).asked)

  it('never hides the window where nothing would bring it back: it goes to the task bar', async () => {
    await pressClose(desk)
    await expect.poll(asked).toEqual(['minimize'])
    const notices = desk.page.locator('.notice', { hasText: '窗口收在任务栏里' })
    await expect.poll(() => notices.count()).toBe(1)
    expect(await askDesk(desk.page, 'session.current', null)).toMatchObject({ state: 'empty' })
  })

  it('finds the status area that starts after it', async () => {
    await pressClose(desk)
    await expect.poll(asked).toEqual(['minimize'])
    const area = await bus.startStatusArea()
    await pressClose(desk)
    await expect.poll(asked).toEqual(['minimize', 'hide'])
    await findIcon(area)
  })

  it('can be ended from the settings', async () => {
    const main = desk.app.process()
    const ended = new Promise((done) => main.once('exit', done))
    // The answer may never come: the program is gone by then.
    askDesk(desk.page, 'console.quit', null).catch(() => undefined)
    expect(await ended).toBe(0)
  })
})
