// Wiring only. Order matters: nothing may come before the window's first paint that need not be there, so the desk (the
// store above all) is loaded while Chromium loads the page; the page's first questions wait for it.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { app, powerMonitor } from 'electron'
import { CHANGE } from '../shared/ipc/names.ts'
import { openFileLog } from '../shared/node/fileLog.ts'
import { takeInstanceLock } from '../shared/node/instanceLock.ts'
import { keepErrors } from './faultLog.ts'
import { deferConsole } from './ipc/deferConsole.ts'
import type { OpenConsole } from './ipc/openConsole.ts'
import { registerIpc } from './ipc/register.ts'
import { ALREADY_OPEN, PAINTED, parseConsoleOptions } from './options.ts'
import { declareAppScheme, serveApp } from './shell/appProtocol.ts'
import { denyPermissions, hardenApp } from './shell/hardening.ts'
import { setMenu } from './shell/menu.ts'
import { saveDialog } from './shell/saveDialog.ts'
import { createShell, type Shell } from './shell/shell.ts'
import { openShellSettings } from './shell/shellSettings.ts'
import { surviveFaults } from './shell/surviveFaults.ts'
import { openWindow } from './shell/window.ts'

async function run(): Promise<void> {
  const options = parseConsoleOptions(process.argv.slice(1))
  const dataFolder = options.data ?? join(app.getPath('appData'), 'zhenshou')
  placeProfile(dataFolder)
  keepErrors(openFileLog(join(dataFolder, 'console.log')))
  let desk: OpenConsole | undefined
  surviveFaults(async () => (await desk?.isSound()) ?? true)
  declareAppScheme()
  hardenApp()
  setMenu()
  // Windows shows notifications only of programs it knows by their id, the one in electron-builder.yml.
  app.setAppUserModelId('cn.zhenshou.console')

  let shell: Shell | undefined
  const lock = await takeInstanceLock(dataFolder, () => shell?.show())
  if (!lock) {
    if (options.reportPaint) console.log(ALREADY_OPEN)
    return app.quit()
  }

  await app.whenReady()
  denyPermissions()
  serveApp(join(import.meta.dirname, '../renderer'))
  const settings = openShellSettings(join(dataFolder, 'shell.json'))
  const window = openWindow({
    settings,
    language: options.language,
    onPainted: () => options.reportPaint && console.log(PAINTED),
  })
  const send = (change: unknown) => {
    if (!window.isDestroyed()) window.webContents.send(CHANGE, change)
  }
  const around = createShell({
    window,
    settings,
    dataFolder,
    tell: (...topics) => send({ topics }),
    ask: async (channel) => desk?.dispatch(channel, null),
  })
  shell = around
  const opened = deferConsole(async (onProgress) => {
    try {
      const room = await import('./ipc/openConsole.ts')
      return await room.openConsole(dataFolder, options, saveDialog, around, onProgress)
    } catch (error) {
      console.error('[desk] opening', error)
      throw error
    }
  })
  desk = opened
  registerIpc(opened.dispatch)
  opened.onChange(send)
  opened.onChange(around.onChange)
  followMachine(opened)
  endInOrder(opened)
}

/** Sleep and power cuts are ordinary here: what time or power turned meanwhile is looked at as soon as the machine is back. */
function followMachine(desk: OpenConsole): void {
  powerMonitor.on('resume', () => desk.wake())
  powerMonitor.on('unlock-screen', () => desk.wake())
  powerMonitor.on('on-ac', () => desk.wake())
  powerMonitor.on('on-battery', () => desk.wake())
  powerMonitor.on('shutdown', () => app.quit())
}

/**
 * Chromium's own files go below the data folder. Where that cannot be written they go to a temporary one: the window must
 * open all the same, for it is what tells the person that the folder cannot be used.
 */
function placeProfile(dataFolder: string): void {
  let profile = join(dataFolder, 'chromium')
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
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
