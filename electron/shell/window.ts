import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { APP_ORIGIN } from './appOrigin.ts'

/** Opens the duty desk's window. Shown at first paint, so that a night-shift desk never flashes white. */
export function openWindow(options: { language?: string | undefined; onPainted: () => void }): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '镇守',
    autoHideMenuBar: true,
    webPreferences: {
      // Bundled, this file is out/main/main.cjs.
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    window.show()
    options.onPainted()
  })
  const query = options.language ? `?lang=${encodeURIComponent(options.language)}` : ''
  // A failed load is shown by Chromium's own error page; the promise's rejection would say nothing more.
  window.loadURL(`${APP_ORIGIN}/index.html${query}`).catch(() => undefined)
  return window
}
