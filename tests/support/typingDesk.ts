// A desk that types a draft character by character until it is killed, and says what was kept each time.

import { createDesk } from '../../electron/desk.ts'
import { ask } from './ask.ts'

const [folder = ''] = process.argv.slice(2)
const desk = createDesk({ dataFolder: folder, version: 'test' })
let place = ''
function type(): void {
  place += '后'
  ask(desk, 'draft.save', { id: 'draft0001', kind: 'intake', body: { place } })
  process.stdout.write(`${place.length}\n`)
  if (place.length < 5000) setImmediate(type)
}
type()
