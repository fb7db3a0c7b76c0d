import { app, type BrowserWindow } from 'electron'
import { ZOOM_LIMITS } from './shellSettings.ts'

export type WindowAct = 'zoomIn' | 'zoomOut' | 'zoomReset' | 'fullScreen' | 'developer'

interface KeyPress {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** What a key press asks of the window; undefined for all others, which belong to the page. */
export function windowActOf(press: KeyPress): WindowAct | undefined {
  if (press.type !== 'keyDown') return undefined
  if (press.key === 'F11') return 'fullScreen'
  if (press.key === 'F12') return 'developer'
  if (press.control === press.meta || press.alt) return undefined
  // Ctrl and = is Ctrl and + without Shift; the key pad has signs of its own but the same names.
  if (press.key === '+' || press.key === '=') return 'zoomIn'
  if (press.key === '-' || press.key === '_') return 'zoomOut'
  if (press.key === '0') return 'zoomReset'
  return undefined
}

/** There is no menu to hang these keys on. Copy, paste and undo need none: Chromium has them itself. */
export function followWindowKeys(window: BrowserWindow, zoom: number, onZoom: (level: number) => void): void {
  const contents = window.webContents
  let level = zoom
  function setZoom(next: number): void {
    level = Math.min(ZOOM_LIMITS.most, Math.max(ZOOM_LIMITS.least, next))
    contents.setZoomLevel(level)
    onZoom(level)
  }
  // A page loaded again begins at Chromium's own size.
  contents.on('dom-ready', () => contents.setZoomLevel(level))
  contents.on('zoom-changed', (_event, direction) => setZoom(direction === 'in' ? level + 1 : level - 1))
  contents.on('before-input-event', (event, input) => {
    const act = windowActOf(input)
    if (!act) return
    event.preventDefault()
    switch (act) {
      case 'zoomIn':
        return setZoom(level + 1)
      case 'zoomOut':
        return setZoom(level - 1)
      case 'zoomReset':
        return setZoom(0)
      case 'fullScreen':
        return window.setFullScreen(!window.isFullScreen())
      case 'developer':
        if (!app.isPackaged) contents.toggleDevTools()
    }
  })
}
