import { execFile } from 'node:child_process'

const ASK = [
  '--session',
  '--print-reply=literal',
  '--reply-timeout=1000',
  '--dest=org.kde.StatusNotifierWatcher',
  '/StatusNotifierWatcher',
  'org.freedesktop.DBus.Properties.Get',
  'string:org.kde.StatusNotifierWatcher',
  'string:IsStatusNotifierHostRegistered',
]

/**
 * Whether this desktop has a status area that shows our icon. On Linux many have none, and Electron does not say: a window
 * hidden there would be lost. So the session is asked for the host of StatusNotifierItem, as Chromium itself does; `dbus-send`
 * comes with every D-Bus. Asked anew each time: a desktop's panel may start after us.
 * https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/
 */
export function findStatusArea(): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(true)
  return new Promise((done) => {
    execFile('dbus-send', ASK, { timeout: 2_000 }, (error, output) => done(!error && /\bboolean true\b/.test(output)))
  })
}
