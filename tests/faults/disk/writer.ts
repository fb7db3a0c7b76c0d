// Writes acts into a data folder whatever the disk does. Says on stdout `ack HASH` for each that was confirmed and `refused CODE`
// for each that was not, and `end` at the end.
import { writeSync } from 'node:fs'
import { openStore, type Store } from '../../../electron/store/store.ts'
import { StoreError } from '../../../electron/store/storeError.ts'

const [folder = '', acts = '100'] = process.argv.slice(2)
const author = { person: 'person-1', name: '张伟', role: 'dutyOfficer' }
const say = (line: string) => writeSync(1, `${line}\n`)

function tryTo<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    say(`refused ${error.code}`)
    return undefined
  }
}

function open(): Store | undefined {
  return tryTo(() => {
    const store = openStore({ folder, now: Date.now })
    if (store.scope === '') store.setScope('360998103')
    return store
  })
}

console.error = () => undefined
let store = open()
for (let index = 0; index < Number(acts); index += 1) {
  store ??= open()
  const current = store
  if (!current) continue
  const text = `第${index}条，${'李家湾后山巡查正常'.repeat(20)}`
  const draft = { kind: 'log.entered' as const, entity: `log-${process.pid}-${index}`, body: { at: 1, text }, base: [] }
  const written = tryTo(() => current.append([draft], { author }))
  if (written) say(`ack ${written.map(({ hash }) => hash).join(' ')}`)
  if (index % 97 === 96) {
    tryTo(() => current.close())
    store = undefined
  }
}
say('end')
process.exit(0)
