import type { BrowserWindow } from 'electron'

/** How long to wait before each further attempt, ms; the last one for all that follow. */
const WAITS_MS = [0, 1_000, 5_000, 30_000] as const
/** A page that has lived this long is well again. */
const WELL_MS = 60_000

/** @param failures when the page failed before, ms; @returns how long to wait before it is opened again. */
export function waitBeforeReload(failures: readonly number[], now: number): number {
  const recent = failures.filter((at) => now - at < WELL_MS).length
  return WAITS_MS[Math.min(recent, WAITS_MS.length - 1)] ?? 0
}

/**
 * The page is only a view: when its process dies or hangs it is opened again, at the room it showed, and the desk never notices.
 * Drafts are the desk's. `onRecovering` is told each time.
 */
export function recoverPage(window: BrowserWindow, now: () => number, onRecovering: () => void): void {
  const contents = window.webContents
  const failures: number[] = []
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    // On our own way out.
    if (reason === 'clean-exit') return
    console.error(`[page] process gone: ${reason} (${exitCode})`)
    const wait = waitBeforeReload(failures, now())
    failures.push(now())
    onRecovering()
    setTimeout(() => {
      if (!window.isDestroyed()) contents.reload()
    }, wait)
  })
  window.on('unresponsive', () => {
    console.error('[page] does not respond')
    // Reloading would wait for the very thread that hangs.
    contents.forcefullyCrashRenderer()
  })
}
