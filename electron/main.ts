// Wiring only. Order matters: nothing may come before the window's first paint that need not be there, so the desk (the
// store above all) is loaded while Chromium loads the page; the page's first questions wait for it.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { CHANGE } from '../shared/ipc/names.ts'
import { takeInstanceLock } from './instanceLock.ts'
import { deferConsole } from './ipc/deferConsole.ts'
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
  placeProfile(dataFolder)
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
  opening.catch((error: unknown) => console.error('[desk] opening', error))
  const desk = deferConsole(opening)
  registerIpc(desk.dispatch)
  desk.onChange((change) => {
    if (window && !window.isDestroyed()) window.webContents.send(CHANGE, change)
  })
  endInOrder(desk)
}

/**
 * Chromium's own files go below the data folder. Where that cannot be written they go to a temporary one: the window must
 * open all the same, for it is what tells the person that the folder cannot be used.
 */
function placeProfile(dataFolder: string): void {
  let profile = join(dataFolder, 'chromium')
  try {
    mkdirSync(profile, { recursive: true })
  } catch {
    profile = mkdtempSync(join(app.getPath('temp'), 'zhenshou-'))
  }
  app.setPath('userData', profile)
}

/** Quitting waits for the desk to close its files; a second wish to quit does not start a second closing. */
function endInOrder(desk: OpenConsole): void {
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    desk
      .close()
      .catch((error: unknown) => console.error('[desk] closing', error))
      .finally(() => app.exit())
  })
}

run().catch((error: unknown) => {
  console.error('[main]', error)
  app.exit(1)
})
