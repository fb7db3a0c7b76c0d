// Answers require('better-sqlite3') with 11.5.0 and the binary that was built for this Electron.
const Module = require('node:module')
const path = require('node:path')

const answer = path.join(__dirname, 'sqlite.cjs')
const resolve = Module._resolveFilename
Module._resolveFilename = function resolveMapped(request, ...rest) {
  return request === 'better-sqlite3' ? answer : resolve.call(this, request, ...rest)
}
