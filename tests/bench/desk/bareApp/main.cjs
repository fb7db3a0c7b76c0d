// What the machine needs for an empty Electron window: the measure that the console's own start is held against.
const { app, BrowserWindow } = require('electron')

async function open() {
  await app.whenReady()
  const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  await window.loadURL('data:text/html,<title>bare</title><body><input type="password"></body>')
}

void open()
