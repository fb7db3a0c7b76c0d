// Writes a number of acts into a data folder and says `ack HASH…` after each; recorded by strace, see record.ts.
import { writeSync } from 'node:fs'
import { openStore } from '../../../electron/store/store.ts'
import { otherDevice } from '../../support/chains.ts'
import { seededRandom } from '../../support/world.ts'

const [folder = '', seed = '1', acts = '100'] = process.argv.slice(2)
const random = seededRandom(Number(seed))
const author = { person: 'person-1', name: '张伟', role: 'dutyOfficer' }
const device = otherDevice()
let store = openStore({ folder, now: Date.now })
store.setScope('360998103')

const enter = (id: string) => ({
  kind: 'log.entered' as const,
  entity: id,
  body: { at: Date.now(), text: `李家湾后山巡查正常，${'水位'.repeat(random.between(0, 40))}` },
  base: [],
})

for (let index = 0; index < Number(acts); index += 1) {
  const hashes: string[] = []
  if (random.chance(0.1)) {
    const events = Array.from({ length: random.between(1, 40) }, (_, i) => device.enter(`log-o${index}-${i}`, '别处'))
    store.applyRemote(events)
    hashes.push(...events.map(({ hash }) => hash))
  } else {
    const drafts = Array.from({ length: random.between(1, 3) }, (_, i) => enter(`log-${index}-${i}`))
    hashes.push(...store.append(drafts, { author }).map(({ hash }) => hash))
  }
  writeSync(1, `ack ${hashes.join(' ')}\n`)
  if (random.chance(0.02)) {
    store.close()
    store = openStore({ folder, now: Date.now })
  }
  // Lets the store's own small files be written.
  await new Promise((done) => setImmediate(done))
}
process.exit(0)
