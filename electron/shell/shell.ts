import { app, type BrowserWindow, dialog, powerSaveBlocker } from 'electron'
import type { AlarmList } from '../../shared/ipc/alarms.ts'
import type { ShellNotice } from '../../shared/ipc/console.ts'
import type { ChannelName } from '../../shared/ipc/contract.ts'
import { SHELL_TOPIC } from '../../shared/ipc/names.ts'
import type { IpcResult } from '../../shared/ipc/result.ts'
import type { DeskChange } from '../desk.ts'
import type { ShellHost } from '../shellHost.ts'
import { createAlarmBell } from './alarmBell.ts'
import { createAutostart } from './autostart.ts'
import { keepDeskWhenClosed, showWindow } from './closing.ts'
import { createNotifier } from './notifier.ts'
import { recoverPage } from './recoverPage.ts'
import type { ShellSettingsFile } from './shellSettings.ts'
import { createSleepGuard } from './sleepGuard.ts'
import { readTexts } from './texts.ts'
import { createTray } from './tray.ts'

const TRAY_AFTER_MS = 1_000

interface ShellOptions {
  readonly window: BrowserWindow
  readonly settings: ShellSettingsFile
  readonly dataFolder: string
  /** Lets the page read again. */
  readonly tell: (...topics: string[]) => void
  /** Asks the desk, as the page would. */
  readonly ask: (channel: ChannelName) => Promise<IpcResult | undefined>
}

export interface Shell extends ShellHost {
  show(): void
  /** The desk's change feed. */
  onChange(change: DeskChange): void
}

/** Everything around the page that keeps the desk awake and in reach: tray, closing, sleep, autostart, notifications. */
export function createShell({ window, settings, dataFolder, tell, ask }: ShellOptions): Shell {
  let texts = readTexts(settings.current().language, 'shell')
  const notices = new Set<ShellNotice>()
  let intakeWanted = false
  const guard = createSleepGuard(powerSaveBlocker, settings.current().alwaysAwake)
  const autostart = createAutostart(dataFolder)
  const notifier = createNotifier(window, () => showWindow(window))
  const tray = createTray(texts, {
    open: () => showWindow(window),
    intake() {
      intakeWanted = true
      showWindow(window)
      tell(SHELL_TOPIC)
    },
    quit,
  })

  function notice(one: ShellNotice): void {
    notices.add(one)
    tell(SHELL_TOPIC)
  }

  keepDeskWhenClosed(window, tray.ensure, (where) => {
    if (settings.current().closingExplained) return
    settings.change({ closingExplained: true })
    notice(where)
    notifier.tell(texts('notify.closed'), texts(`notify.${where}`))
  })
  recoverPage(window, Date.now, () => notice('recovered'))
  window.on('focus', () => window.flashFrame(false))
  app.on('activate', () => showWindow(window))
  // Asking for the status area starts a program of the system: not while the first screen is being drawn.
  window.once('show', () => {
    setTimeout(() => {
      tray.ensure().catch((error: unknown) => console.error('[tray]', error))
    }, TRAY_AFTER_MS)
  })

  function quit(): void {
    confirmQuit().then(
      (yes) => yes && app.quit(),
      (error: unknown) => console.error('[quit]', error),
    )
  }

  /** A wrong click in the tray must not silence a running clock. */
  async function confirmQuit(): Promise<boolean> {
    if (!guard.current().clock) return true
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message: texts('quit.title'),
      detail: texts('quit.text'),
      buttons: [texts('quit.stay'), texts('quit.quit')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }

  const bell = createAlarmBell({
    async read() {
      const answer = await ask('alarm.list')
      return answer?.ok ? (answer.value as AlarmList) : null
    },
    raise(title, body) {
      // In sight, but without taking the keys from whatever somebody is typing elsewhere.
      if (!window.isVisible()) window.showInactive()
      window.flashFrame(true)
      notifier.tell(title, body)
    },
    texts: () => texts,
  })

  return {
    show: () => showWindow(window),
    state: () => ({
      host: 'window',
      autostart: autostart.isOn() ? 'on' : 'off',
      alwaysAwake: settings.current().alwaysAwake ? 'on' : 'off',
    }),
    setLanguage(language) {
      settings.change({ language })
      texts = readTexts(language, 'shell')
      tray.setTexts(texts)
    },
    setAutostart(on) {
      autostart.set(on)
      tell(SHELL_TOPIC)
    },
    setAlwaysAwake(on) {
      settings.change({ alwaysAwake: on })
      guard.set({ always: on })
      tell(SHELL_TOPIC)
    },
    takeNotices() {
      const taken = [...notices]
      notices.clear()
      return taken
    },
    takeIntake() {
      const wanted = intakeWanted
      intakeWanted = false
      return wanted
    },
    quit,
    onClockRunning: (running) => guard.set({ clock: running }),
    onAlarmActive(active) {
      guard.set({ alarm: active })
      tray.setAlarm(active)
      if (!active) window.flashFrame(false)
    },
    onChange({ topics }) {
      if (topics.includes('alarm')) bell.look().catch((error: unknown) => console.error('[alarm]', error))
    },
    onBatteryLow: (mark, percent) =>
      notifier.tell(texts('notify.battery'), texts(`notify.battery${mark}`, { percent })),
  }
}
