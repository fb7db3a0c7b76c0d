// What keeps a desk awake and tells of it, in a real Electron: place of the window, size of the text, sleep, alarms, battery.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { askDesk } from '../support/askDesk.ts'
import { signIn } from '../support/duty.ts'
import { describeInElectron, type LaunchedDesk, launchDesk, makeDataDir } from '../support/electronApp.ts'
import { type NotificationServer, startNotifications } from '../support/notifications.ts'
import { setUpDesk } from '../support/setUpDesk.ts'
import { type SessionBus, startSessionBus } from '../support/statusArea.ts'
import { pressClose, readWindow } from '../support/windowState.ts'

const MINUTE = 60_000
let desk: LaunchedDesk

/** How many blockers of sleep the desk holds. */
function countBlockers(): Promise<number> {
  return desk.app.evaluate(
    ({ powerSaveBlocker }) =>
      Array.from({ length: 50 }, (_, id) => id).filter((id) => powerSaveBlocker.isStarted(id)).length,
  )
}

/** Ctrl and a key as the system delivers it: what Playwright types goes past the window, straight to the page. */
function pressKey(keyCode: string): Promise<void> {
  return desk.app.evaluate(({ BrowserWindow }, key) => {
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
      type: 'keyDown',
      keyCode: key,
      modifiers: ['control'],
    })
  }, keyCode)
}

describeInElectron('the window', () => {
  afterEach(() => desk.close())

  it('opens again where it was', async () => {
    desk = await launchDesk()
    const bounds = { x: 170, y: 90, width: 1300, height: 820 }
    await desk.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds)
    await desk.close()
    desk = await launchDesk({ dataDir: desk.dataDir })
    expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(
      bounds,
    )
  })

  it('keeps the size of its text, chosen by keys, over a reload and a restart', async () => {
    desk = await launchDesk()
    const width = () => desk.page.evaluate(() => innerWidth)
    const natural = await width()
    await pressKey('=')
    await pressKey('=')
    await expect.poll(width).toBeLessThan(natural / 1.3)
    const zoomed = await width()
    await desk.page.reload()
    await expect.poll(width).toBe(zoomed)
    await desk.close()
    desk = await launchDesk({ dataDir: desk.dataDir })
    await expect.poll(width).toBe(zoomed)
    await pressKey('0')
    await expect.poll(width).toBe(natural)
  })

  it('has copy and paste without a menu', async () => {
    desk = await launchDesk()
    await desk.page.evaluate(() => {
      document.body.innerHTML = '<input id="a" value="李家湾二组"><input id="b">'
    })
    await desk.page.focus('#a')
    await desk.page.keyboard.press('Control+A')
    await desk.page.keyboard.press('Control+C')
    await desk.page.focus('#b')
    await desk.page.keyboard.press('Control+V')
    expect(await desk.page.inputValue('#b')).toBe('李家湾二组')
    await desk.page.keyboard.press('Control+Z')
    expect(await desk.page.inputValue('#b')).toBe('')
    expect(await desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull()
  })
})

describeInElectron('sleep and alarms', () => {
  let bus: SessionBus
  let notifications: NotificationServer
  beforeEach(async () => {
    bus = await startSessionBus()
    notifications = await startNotifications(bus.socketPath)
    desk = await launchDesk({ env: bus.env })
  })
  afterEach(async () => {
    await desk.close()
    notifications.close()
    bus.stop()
  })

  it('holds off sleep when asked to, also after a restart', async () => {
    expect(await countBlockers()).toBe(0)
    await setUpDesk(desk.page)
    await askDesk(desk.page, 'console.setAlwaysAwake', true)
    expect(await countBlockers()).toBe(1)
    await desk.close()
    desk = await launchDesk({ dataDir: desk.dataDir, env: bus.env })
    expect(await countBlockers()).toBe(1)
    await signIn(desk.page)
    expect(await askDesk(desk.page, 'console.shell', null)).toMatchObject({ alwaysAwake: 'on' })
    await askDesk(desk.page, 'console.setAlwaysAwake', false)
    expect(await countBlockers()).toBe(0)
  })

  it('holds off sleep while a clock runs, and brings an alarm before whoever is there, until it is heard', async () => {
    const area = await bus.startStatusArea()
    await setUpDesk(desk.page)
    const issue = (title: string, minutesAgo: number) =>
      askDesk(desk.page, 'task.issue', {
        title,
        detail: '',
        to: [{ kind: 'village', id: 'village-1', name: '李家湾村' }],
        at: Date.now() - minutesAgo * MINUTE,
        means: 'phone',
        dueAt: null,
        urgency: 'ordinary',
      })
    await issue('查看水位', 0)
    await expect.poll(countBlockers).toBe(1)
    expect(notifications.shown).toEqual([])
    await pressClose(desk)
    await expect.poll(() => readWindow(desk)).toEqual({ visible: false, minimized: false })
    await expect.poll(() => notifications.shown.map(({ summary }) => summary)).toEqual(['值班台仍在运行'])
    await issue('转移坡脚三户', 60)
    await expect.poll(() => readWindow(desk)).toEqual({ visible: true, minimized: false })
    await expect.poll(() => notifications.shown.at(-1)?.summary).toBe('有提醒待处理')
    expect(notifications.shown.at(-1)?.body).toContain('转移坡脚三户')
    await expect.poll(() => area.items.length, { timeout: 10_000 }).toBe(1)
    const [icon] = area.items
    if (!icon) throw new Error('no icon')
    await expect.poll(() => area.readToolTip(icon)).toBe('镇守 值班台：有提醒待处理')
    const { alarms } = await askDesk(desk.page, 'alarm.list', null)
    await askDesk(desk.page, 'alarm.acknowledge', { ids: alarms.map(({ id }) => id) })
    await expect.poll(() => area.readToolTip(icon)).toBe('镇守 值班台')
    expect(await countBlockers()).toBe(1)
  })

  it('lets the hidden page run on and sound without anybody touching it', async () => {
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await expect.poll(() => readWindow(desk)).toEqual({ visible: false, minimized: false })
    // It begins a moment after it was made, later on a busy machine.
    await desk.page.evaluate(
      () =>
        new Promise<void>((done) => {
          const sound = new AudioContext()
          const look = () => {
            if (sound.state === 'running') done()
          }
          sound.addEventListener('statechange', look)
          look()
        }),
    )
    // A throttled page would be told that nobody sees it, and its timers would stop with the frames.
    expect(await desk.page.evaluate(() => document.visibilityState)).toBe('visible')
    await desk.page.evaluate(() => new Promise(requestAnimationFrame))
  })

  it('asks before it is ended while a clock runs', async () => {
    await setUpDesk(desk.page)
    await desk.app.evaluate(({ dialog }) => {
      const host = dialog as typeof dialog & { asked?: string[] }
      host.asked = []
      host.showMessageBox = async (...args: unknown[]) => {
        host.asked?.push((args.at(-1) as Electron.MessageBoxOptions).message)
        return { response: 0, checkboxChecked: false }
      }
    })
    await askDesk(desk.page, 'task.issue', {
      title: '查看水位',
      detail: '',
      to: [{ kind: 'village', id: 'village-1', name: '李家湾村' }],
      at: Date.now(),
      means: 'phone',
      dueAt: null,
      urgency: 'ordinary',
    })
    await expect.poll(countBlockers).toBe(1)
    await askDesk(desk.page, 'console.quit', null)
    const asked = () => desk.app.evaluate(({ dialog }) => (dialog as typeof dialog & { asked?: string[] }).asked)
    await expect.poll(asked).toEqual(['还有时限没有到，确定退出值班台吗？'])
    expect(await askDesk(desk.page, 'session.current', null)).toMatchObject({ state: 'signedIn' })
  })
})

describeInElectron('the battery', () => {
  let bus: SessionBus
  let notifications: NotificationServer
  beforeEach(async () => {
    bus = await startSessionBus()
    notifications = await startNotifications(bus.socketPath)
  })
  afterEach(async () => {
    await desk.close()
    notifications.close()
    bus.stop()
  })

  it('is shown, logged and warned of, also when nobody looks at the window', async () => {
    desk = await launchDesk({ env: bus.env })
    await setUpDesk(desk.page)
    // The page may read the machine's battery without a permission; this machine has none that it could drain for a test.
    const level = await desk.page.evaluate(async () => {
      const { getBattery } = navigator as { getBattery?: () => Promise<{ level: number }> }
      return (await getBattery?.call(navigator))?.level
    })
    expect(level).toBeGreaterThan(0)
    const say = (percent: number) => askDesk(desk.page, 'power.report', { onBattery: true, percent })
    const top = desk.page.locator('.top')
    await say(64)
    await expect.poll(() => top.textContent()).toContain('电池 64%')
    await say(29)
    await expect.poll(() => top.textContent()).toContain('电池 29%，请接电源')
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await say(10)
    await expect.poll(() => top.textContent()).toContain('电池仅剩 10%，立即接电源')
    await expect.poll(() => notifications.shown.at(-1)?.body).toContain('电量仅剩 10%')
    const { lines } = await askDesk(desk.page, 'log.page', {
      filter: { kinds: ['console.powerChanged'] },
      before: null,
      limit: 10,
    })
    expect(lines.map(({ body }) => body).reverse()).toEqual([
      { onBattery: true, percent: 64 },
      { onBattery: true, percent: 29 },
      { onBattery: true, percent: 10 },
    ])
  })
})

describeInElectron('starting with the computer', () => {
  afterEach(() => desk.close())

  it('is switched on and off where the desktop looks for it', async () => {
    const config = makeDataDir()
    desk = await launchDesk({ env: { XDG_CONFIG_HOME: config } })
    await setUpDesk(desk.page)
    const file = join(config, 'autostart/zhenshou.desktop')
    expect(await askDesk(desk.page, 'console.shell', null)).toMatchObject({ host: 'window', autostart: 'off' })
    await askDesk(desk.page, 'console.setAutostart', true)
    expect(readFileSync(file, 'utf8')).toContain(`"--data=${desk.dataDir}"`)
    expect(await askDesk(desk.page, 'console.shell', null)).toMatchObject({ autostart: 'on' })
    await askDesk(desk.page, 'console.setAutostart', false)
    expect(existsSync(file)).toBe(false)
  })
})
