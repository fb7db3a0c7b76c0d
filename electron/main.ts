// Wiring only. Order matters: nothing may come before the window's first paint that need not be there, so the desk (the
// store above all) is loaded while Chromium loads the page; the page's first questions wait for it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { CHANGE } from '../shared/ipc/names.ts'
import { takeInstanceLock } from './instanceLock.ts'
import type { OpenConsole } from './ipc/openConsole.ts'
import { registerIpc } from './ipc/register.ts'
import { PAINTED, parseConsoleOptions } from './options.ts'
import { declareAppScheme, serveApp } from './shell/appProtocol.ts'
import { denyPermissions, hardenApp } from './shell/hardening.ts'
import { saveDialog } from './shell/saveDialog.ts'
import { openWindow } from './shell/window.ts'

async function run(): Promise<void> {
  const options = parseConsoleOptions(process.argv.slice(1))
  const dataFolder = options.data ?? join(app.getPath('appData'), 'zhenshou')
  mkdirSync(dataFolder, { recursive: true })
  app.setPath('userData', join(dataFolder, 'chromium'))
  declareAppScheme()
  hardenApp()

  let window: BrowserWindow | undefined
  const show = () => {
    window?.restore()
    window?.focus()
  }
  const lock = await takeInstanceLock(dataFolder, show)
  if (!lock) return app.quit()

  await app.whenReady()
  denyPermissions()
  serveApp(join(import.meta.dirname, '../renderer'))
  window = openWindow({
    language: options.language,
    onPainted: () => options.reportPaint && console.log(PAINTED),
  })
  const opening = import('./ipc/openConsole.ts').then((room) => room.openConsole(dataFolder, options, saveDialog))
  registerIpc(opening.then((console) => console.dispatch))
  endInOrder(opening)
  const desk = await opening
  desk.onChange((change) => {
    if (window && !window.isDestroyed()) window.webContents.send(CHANGE, change)
  })
}

/** Quitting waits for the desk to close its files; a second wish to quit does not start a second closing. */
function endInOrder(opening: Promise<OpenConsole>): void {
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    opening
      .then((desk) => desk.close())
      .catch((error: unknown) => console.error('[desk] closing', error))
      .finally(() => app.exit())
  })
}

run().catch((error: unknown) => {
  console.error('[main]', error)
  app.exit(1)
})
