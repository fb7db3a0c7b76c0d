import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { findResource } from '../findResource.ts'
import { APP_ORIGIN } from './appOrigin.ts'
import type { ShellSettingsFile } from './shellSettings.ts'
import { followWindowKeys } from './windowKeys.ts'
import { LEAST_SIZE, placeWindow } from './windowPlace.ts'

interface WindowOptions {
  readonly settings: ShellSettingsFile
  readonly language?: string | undefined
  readonly onPainted: () => void
}

const SETTLE_MS = 500

/** Opens the duty desk's window. Shown at first paint, so that a night-shift desk never flashes white. */
export function openWindow({ settings, language, onPainted }: WindowOptions): BrowserWindow {
  const { bounds: kept, maximized: wasMaximized, zoom } = settings.current()
  const main = screen.getPrimaryDisplay()
  const displays = [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)]
  const areas = displays.map(({ workArea }) => workArea)
  const { bounds, maximized } = placeWindow(kept, wasMaximized, areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: '镇守',
    // Elsewhere the icon comes with the program's file.
    ...(process.platform === 'linux' ? { icon: findResource('icons/linux/128x128.png') } : {}),
    webPreferences: {
      // Bundled, this file is out/main/main.cjs.
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
      // Hidden in the tray the clocks go on, and an alarm must sound.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
    onPainted()
  })
  rememberPlace(window, settings)
  followWindowKeys(window, zoom, (level) => settings.change({ zoom: level }))
  const query = language ? `?lang=${encodeURIComponent(language)}` : ''
  // A failed load is shown by Chromium's own error page; the promise's rejection would say nothing more.
  window.loadURL(`${APP_ORIGIN}/index.html${query}`).catch(() => undefined)
  return window
}

function rememberPlace(window: BrowserWindow, settings: ShellSettingsFile): void {
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    settings.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, SETTLE_MS)
  }
  // One by one: Electron types each event's name apart.
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('maximize', keepSoon)
  window.on('unmaximize', keepSoon)
  window.on('close', keep)
}
