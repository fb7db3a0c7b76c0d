import type { LaunchedDesk } from './electronApp.ts'

export interface WindowState {
  readonly visible: boolean
  readonly minimized: boolean
}

export function readWindow({ app }: LaunchedDesk): Promise<WindowState> {
  return app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    if (!window) throw new Error('the window is gone')
    return { visible: window.isVisible(), minimized: window.isMinimized() }
  })
}

/** As the window's own close button does. */
export function pressClose({ app }: LaunchedDesk): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
}
