// `npm run bench -- NAME [--json]`: measures, never judges. Progress goes to stderr; the last line of stdout is one JSON object.
import { parseArgs } from 'node:util'
import { measureDesk } from './desk/measureDesk.ts'
import { measureIntake } from './intake/measureIntake.ts'
import { measureStore } from './store/measureStore.ts'
import { measureUpkeep } from './store/measureUpkeep.ts'
import { measureSync } from './sync/measureSync.ts'

const { values, positionals } = parseArgs({
  // `texts`: for sync alone, a file of log texts, one a line.
  options: { json: { type: 'boolean', default: false }, texts: { type: 'string' } },
  allowPositionals: true,
})
const benches: Readonly<Record<string, () => Promise<object>>> = {
  desk: measureDesk,
  intake: measureIntake,
  store: measureStore,
  upkeep: measureUpkeep,
  sync: () => measureSync(values.texts),
}
const bench = benches[positionals[0] ?? '']
if (bench) {
  const figures = await bench()
  if (!values.json)
    for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(34)} ${JSON.stringify(value)}`)
  console.log(JSON.stringify(figures))
} else {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')} [--json]`)
  process.exitCode = 2
}
