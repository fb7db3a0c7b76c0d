import { app } from 'electron'
import { CommandError } from '../commands/commandError.ts'
import { findResource } from '../findResource.ts'
import { autostartPath, desktopEntry, isAutostartFile, setAutostartFile } from './autostartFile.ts'

export interface Autostart {
  isOn(): boolean
  /** @throws {CommandError} console.autostartFailed */
  set(on: boolean): void
}

/** Starting with the computer, on the same data folder. */
export function createAutostart(dataFolder: string): Autostart {
  // An AppImage runs from a mount that is gone at the next start; the variable names the file itself.
  const executable = process.env.APPIMAGE ?? process.execPath
  const args = [...(app.isPackaged ? [] : [app.getAppPath()]), `--data=${dataFolder}`]
  if (process.platform === 'linux') {
    const path = autostartPath()
    return {
      isOn: () => isAutostartFile(path),
      set(on) {
        const entry = on ? desktopEntry([executable, ...args], findResource('icons/linux/128x128.png')) : null
        attempt(() => setAutostartFile(path, entry))
      },
    }
  }
  // Windows compares path and arguments; unquoted, a folder with a space would be two.
  const item = process.platform === 'win32' ? { path: executable, args: args.map((one) => `"${one}"`) } : {}
  return {
    isOn: () => app.getLoginItemSettings(item).openAtLogin,
    set: (on) => attempt(() => app.setLoginItemSettings({ ...item, openAtLogin: on })),
  }
}

function attempt(act: () => void): void {
  try {
    act()
  } catch (error) {
    console.error('[autostart]', error)
    throw new CommandError('console.autostartFailed')
  }
}
