// The page is only a view: when it dies or hangs, and when something in the main process throws, the desk goes on.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'
import { setUpDesk } from '../support/setUpDesk.ts'

describeInElectron('after a fault', () => {
  let desk: LaunchedDesk
  beforeEach(async () => {
    desk = await launchDesk()
    await setUpDesk(desk.page)
  })
  afterEach(() => desk.close())
  /** Playwright's own page object stays dead after a crash; the window's is alive again. */
  const inPage = (script: string) =>
    desk.app.evaluate(
      ({ BrowserWindow }, code) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<string>,
      script,
    )
  /** What is asked of a page that is just dying is never answered: only the new one is asked. */
  const nextLoad = () =>
    desk.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((done) => {
          BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => done())
        }),
    )
  const readFaults = () => readFileSync(join(desk.dataDir, 'console.log'), 'utf8')

  it('opens a page that died again at the same room, says so, and the desk never noticed', async () => {
    await askDesk(desk.page, 'log.enter', { at: Date.now(), text: '3点20分李家湾二组后山滑坡' })
    await desk.page.evaluate(() => {
      location.hash = '#/settings'
    })
    await desk.page.getByRole('heading', { name: '设置' }).waitFor()
    const died = desk.page.waitForEvent('crash')
    const again = nextLoad()
    await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
    await died
    await again
    await expect.poll(() => inPage('document.body.textContent')).toContain('页面刚才出错，已自动重新打开')
    expect(await inPage('location.hash')).toBe('#/settings')
    await expect.poll(() => inPage('document.querySelector("h1")?.textContent')).toBe('设置')
    const asked = await inPage(
      'window.zhenshou.invoke("log.page", { filter: { kinds: ["log.entered"] }, before: null, limit: 5 }).then(JSON.stringify)',
    )
    expect(asked).toContain('后山滑坡')
    expect(readFaults()).toContain('process gone')
  })

  it('opens a page that hangs again', async () => {
    const died = desk.page.waitForEvent('crash')
    await desk.page.evaluate(() => {
      setTimeout(() => {
        for (;;);
      }, 0)
    })
    // Chromium notices by itself after half a minute of unanswered input; the test does not wait for that.
    const again = nextLoad()
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'))
    await died
    await again
    await expect.poll(() => inPage('document.body.textContent')).toContain('页面刚才出错，已自动重新打开')
    expect(readFaults()).toContain('does not respond')
  })

  it('goes on after an error nobody caught, shows no trace of it, and writes it down', async () => {
    await desk.app.evaluate(({ dialog }) => {
      const host = dialog as typeof dialog & { shown?: number }
      host.shown = 0
      host.showErrorBox = () => {
        host.shown = (host.shown ?? 0) + 1
      }
      setImmediate(() => {
        throw new Error('thrown for a test')
      })
      void Promise.reject(new Error('rejected for a test'))
    })
    await expect.poll(readFaults).toContain('thrown for a test')
    await expect.poll(readFaults).toContain('rejected for a test')
    expect(await askDesk(desk.page, 'session.current', null)).toMatchObject({ state: 'signedIn' })
    expect(await desk.app.evaluate(({ dialog }) => (dialog as typeof dialog & { shown?: number }).shown)).toBe(0)
    expect(desk.app.windows()).toHaveLength(1)
    expect(await desk.page.textContent('body')).not.toContain('for a test')
  })
})
