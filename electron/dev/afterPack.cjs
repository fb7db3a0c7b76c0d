// electron-builder copies the Electron folder whole. When that folder was the development runtime, its bootstrap app and
// its SQLite came along; the packed app must not hold them.
const { existsSync, rmSync } = require('node:fs')
const { join } = require('node:path')

exports.default = async function removeBootstrap(context) {
  const resources = context.packager.getResourcesDir(context.appOutDir)
  if (!existsSync(join(resources, 'app.asar'))) throw new Error('app.asar is missing')
  rmSync(join(resources, 'app'), { recursive: true, force: true })
}
