// A console that writes without rest until somebody kills it. Says on stdout `ready` once its code is loaded, waits for the data
// folder on stdin, and says `ack HASH…` for each act after the desk has confirmed it.
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { foundTownship } from '../../../electron/commands/setUp.ts'
import { createDesk, type Desk } from '../../../electron/desk.ts'
import { readHead } from '../../../electron/store/eventLog.ts'
import { otherDevice } from '../../support/chains.ts'
import { type SeededRandom, seededRandom } from '../../support/world.ts'

const ADMINISTRATOR = { id: 'person-kill', name: '刘建军', roles: ['administrator' as const, 'dutyOfficer' as const] }
const TOWNSHIP = { name: '青石岭镇', division: '360998103', organisation: 'town' as const, county: '云溪县' }

type Act = (desk: Desk, index: number, random: SeededRandom) => unknown

const enter = (index: number, extra = '') => ({
  kind: 'log.entered' as const,
  entity: `log-${process.pid}-${index}${extra}`,
  body: { at: Date.now(), text: `李家湾第${index}组后山巡查${extra}` },
  base: [],
})
const author = { person: ADMINISTRATOR.id, name: ADMINISTRATOR.name, role: 'dutyOfficer' }

const ACTS: readonly Act[] = [
  ({ store }, index) => store.append([enter(index)], { author }),
  ({ handlers }, index) => handlers['log.enter']({ at: Date.now(), text: `值班记事 ${index}` }),
  ({ store }, index) => store.append([enter(index, '甲'), enter(index, '乙'), enter(index, '丙')], { author }),
  ({ store }, index) =>
    store.append(
      [
        {
          kind: 'log.corrected',
          entity: `log-${process.pid}-${index - 1}`,
          body: { set: { text: '更正' }, reason: '核实' },
        },
      ],
      { author },
    ),
  ({ store }, index, random) => {
    const chain = { origin: 'd-other', epoch: '1-00000001', lane: 2 as const }
    const device = otherDevice(chain.origin, chain.epoch, readHead(store.db, chain))
    const count = random.between(1, 60)
    store.applyRemote(
      Array.from({ length: count }, (_, i) => device.enter(`log-o-${process.pid}-${index}-${i}`, '别处')),
    )
  },
  ({ store }, _, random) => random.chance(0.05) && store.startEpoch('fork'),
  // Not waited for: it runs in its worker while acts go on, and is killed with them.
  ({ handlers }, _, random) => random.chance(0.05) && handlers['store.backUp'](null),
]

function write(folder: string, seed: number): void {
  const random = seededRandom(seed)
  const desk = createDesk({ dataFolder: folder })
  if (desk.store.scope === '') {
    const person = { ...ADMINISTRATOR, post: '主任', phone: '', alsoOnDuty: true }
    foundTownship(desk.context, TOWNSHIP, ['李家湾村'], person, { letter: 'A', name: '值班室' })
  }
  desk.context.session.signIn(ADMINISTRATOR)
  let last = 0
  const confirm = () => {
    const rows = desk.store.db
      .prepare<[number], { id: number; hash: Buffer }>('SELECT id, hash FROM event WHERE id > ? ORDER BY id')
      .all(last)
    last = rows.at(-1)?.id ?? last
    if (rows.length > 0) writeSync(1, `ack ${rows.map(({ hash }) => hash.toString('hex')).join(' ')}\n`)
  }
  confirm()
  let index = 0
  const next = () => {
    index += 1
    ACTS[random.between(0, ACTS.length - 1)]?.(desk, index, random)
    confirm()
    setImmediate(next)
  }
  next()
}

createInterface({ input: process.stdin }).once('line', (line) => {
  const [folder = '', seed = '0'] = line.split('\t')
  write(folder, Number(seed))
})
// It never ends by itself, which is when Node would keep what it compiled for the next one.
flushCompileCache()
writeSync(1, 'ready\n')
