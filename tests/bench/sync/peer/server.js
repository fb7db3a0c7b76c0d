// A CouchDB-compatible server at its defaults: express-pouchdb over PouchDB's own store on disk.
//   node server.js FOLDER        prints the port once it answers
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import express from 'express'
import expressPouchDb from 'express-pouchdb'
import PouchDB from 'pouchdb'

const folder = process.argv[2] ?? '.'
mkdirSync(folder, { recursive: true })
process.chdir(folder)
const app = express()
app.use(
  '/',
  expressPouchDb(PouchDB.defaults({ prefix: `${join(folder, 'server-')}` }), { logPath: join(folder, 'server.log') }),
)
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.once('SIGTERM', () => process.exit(0))
