// `npm run bench -- NAME [--json]`: measures, never judges. Progress goes to stderr; the last line of stdout is one JSON object.
import { parseArgs } from 'node:util'
import { measureDesk } from './desk/measureDesk.ts'
import { measureStore } from './store/measureStore.ts'

const benches: Readonly<Record<string, () => Promise<object>>> = { desk: measureDesk, store: measureStore }

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const bench = benches[positionals[0] ?? '']
if (bench) {
  const figures = await bench()
  if (!values.json) for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(34)} ${value}`)
  console.log(JSON.stringify(figures))
} else {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')} [--json]`)
  process.exitCode = 2
}
