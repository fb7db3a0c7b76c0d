const path = require('node:path')
const Database = require('./better-sqlite3-11')

const nativeBinding = path.join(__dirname, 'better_sqlite3.node')

module.exports = class extends Database {
  constructor(file, options) {
    super(file, { ...options, nativeBinding })
  }
}
module.exports.SqliteError = Database.SqliteError
