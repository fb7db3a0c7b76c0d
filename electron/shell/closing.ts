import { app, type BrowserWindow } from 'electron'

/**
 * Closing the window leaves the desk running: hidden behind the tray's icon or, where there is no status area, in the task bar.
 * Only quitting (the tray, the settings, the system shutting down) ends it.
 * @param ensureTray whether the icon is there to come back by.
 */
export function keepDeskWhenClosed(
  window: BrowserWindow,
  ensureTray: () => Promise<boolean>,
  onKept: (where: 'inTray' | 'inTaskbar') => void,
): void {
  let quitting = false
  app.on('before-quit', () => {
    quitting = true
  })
  // Windows ends the session without asking to quit first.
  window.on('session-end', () => app.quit())
  window.on('close', (event) => {
    if (quitting) return
    event.preventDefault()
    ensureTray().then(
      (there) => {
        if (quitting || window.isDestroyed()) return
        if (there) hide(window)
        else window.minimize()
        onKept(there ? 'inTray' : 'inTaskbar')
      },
      (error: unknown) => {
        console.error('[tray]', error)
        if (!window.isDestroyed()) window.minimize()
      },
    )
  })
}

function hide(window: BrowserWindow): void {
  // macOS leaves a black space behind when a window in full screen is hidden.
  if (process.platform === 'darwin' && window.isFullScreen()) {
    window.once('leave-full-screen', () => window.hide())
    window.setFullScreen(false)
  } else window.hide()
}

/** Brings the window back from wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
