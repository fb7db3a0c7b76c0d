// Fills a local PouchDB with the documents of a file (one JSON a line), then replicates it at its defaults.
//   node replicate.js FOLDER DOCUMENTS URL        prints {"documents", "seconds"} of the replication alone
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PouchDB from 'pouchdb'

const [folder = '.', file = '', url = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const documents = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
const local = new PouchDB(join(folder, 'local'))
for (let at = 0; at < documents.length; at += 1000) await local.bulkDocs(documents.slice(at, at + 1000))
const remote = new PouchDB(url)
const from = performance.now()
const result = await local.replicate.to(remote)
const seconds = (performance.now() - from) / 1000
if (result.docs_written !== documents.length)
  throw new Error(`replicated ${result.docs_written} of ${documents.length}`)
console.log(JSON.stringify({ documents: documents.length, seconds }))
process.exit(0)
