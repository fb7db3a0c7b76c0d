import { Menu, nativeImage, Tray } from 'electron'
import { findResource } from '../findResource.ts'
import { findStatusArea } from './statusArea.ts'
import type { Texts } from './texts.ts'

export interface TrayActs {
  open(): void
  intake(): void
  quit(): void
}

export interface DeskTray {
  /** Puts the icon there when there is a place for it. @returns whether it is there. */
  ensure(): Promise<boolean>
  /** An alarm waits for somebody, or no longer. */
  setAlarm(active: boolean): void
  setTexts(texts: Texts): void
}

/** The console's icon in the status area: what keeps the desk in reach while its window is closed. */
export function createTray(first: Texts, acts: TrayActs): DeskTray {
  let texts = first
  let alarm = false
  let tray: Tray | undefined

  function show(): Tray {
    const icon = new Tray(readIcon(alarm))
    // On Linux a click opens the menu or, on some desktops, activates.
    icon.on('click', acts.open)
    icon.on('double-click', acts.open)
    return icon
  }

  function dress(): void {
    if (!tray) return
    tray.setImage(readIcon(alarm))
    tray.setToolTip(texts(alarm ? 'tray.alarm' : 'tray.name'))
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: texts('tray.open'), click: acts.open },
        { label: texts('tray.intake'), click: acts.intake },
        { type: 'separator' },
        { label: texts('tray.quit'), click: acts.quit },
      ]),
    )
  }

  return {
    async ensure() {
      if (!(await findStatusArea())) {
        // Without a host the icon shows nowhere, and it does not come back by itself when one starts.
        tray?.destroy()
        tray = undefined
        return false
      }
      if (!tray) {
        tray = show()
        dress()
      }
      return true
    },
    setAlarm(active) {
      if (alarm === active) return
      alarm = active
      dress()
    },
    setTexts(next) {
      texts = next
      dress()
    },
  }
}

function readIcon(alarm: boolean): Electron.NativeImage {
  // macOS wants one colour and gives it itself.
  const name = process.platform === 'darwin' ? 'trayTemplate' : alarm ? 'trayAlarm' : 'tray'
  return nativeImage.createFromPath(findResource(`icons/${name}.${process.platform === 'win32' ? 'ico' : 'png'}`))
}
