import { app, session } from 'electron'
import { APP_ORIGIN } from './appOrigin.ts'

/** Before ready: every renderer runs in Chromium's sandbox, and no content may leave our page, open another or embed one. */
export function hardenApp(): void {
  // As root Chromium's helpers refuse to start in the sandbox; the development launcher then says --no-sandbox, and
  // insisting here would only crash them. The product's own start-up never carries that switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** What the page's session asks for when a ledger copies a cell; everything else stays shut. */
const COPY = 'clipboard-sanitized-write'
const FOREIGN = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*']

/**
 * After ready: camera, microphone, place, notifications, clipboard reading, devices: the page gets none of them; it may only
 * write text to the clipboard. Nothing is fetched from anywhere but the page's own folder, whatever the page's policy
 * says, and nothing is downloaded: files reach the person through the save dialog.
 */
export function denyPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === COPY && contents.getURL().startsWith(`${APP_ORIGIN}/`)),
  )
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === COPY && origin.replace(/\/$/, '') === APP_ORIGIN,
  )
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest({ urls: FOREIGN }, (_details, answer) => answer({ cancel: true }))
  defaultSession.on('will-download', (event) => event.preventDefault())
}
