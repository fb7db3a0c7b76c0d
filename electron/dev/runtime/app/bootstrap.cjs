// The app that lives inside the development runtime. Like Electron's own default app it takes the real app's folder from
// the command line and runs its main. One thing more: this Electron's Node-API is too old for better-sqlite3 13 (loading
// it would crash the process), so `better-sqlite3` is answered with 11.5, in worker threads too.
const { app } = require('electron')
const Module = require('node:module')
const path = require('node:path')
const workers = require('node:worker_threads')

require('./mapSqlite.cjs')

const mapping = path.join(__dirname, 'mapSqlite.cjs')
workers.Worker = class extends workers.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '--require', mapping] })
  }
}

const folder = process.argv.slice(1).find((one) => !one.startsWith('-'))
if (folder) {
  const appPath = path.resolve(folder)
  const manifest = require(path.join(appPath, 'package.json'))
  process.defaultApp = true
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(appPath)
  Module._load(path.join(appPath, manifest.main), null, true)
} else {
  console.error('usage: electron <app folder> [arguments]')
  app.exit(2)
}
