import { app, session } from 'electron'
import { APP_ORIGIN } from './appOrigin.ts'

/** Before ready: every renderer runs in Chromium's sandbox, and no content may leave our page, open another or embed one. */
export function hardenApp(): void {
  // As root Chromium's helpers refuse to start in the sandbox; the development launcher then says --no-sandbox, and
  // insisting here would only crash them. The product's own start-up never carries that switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** After ready: camera, microphone, place, notifications, clipboard reading, devices: the page gets none of them. */
export function denyPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
}
