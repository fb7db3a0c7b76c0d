import { app, type BrowserWindow } from 'electron'
import { ZOOM_LIMITS } from './shellSettings.ts'
import { windowActOf } from './windowActs.ts'

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
