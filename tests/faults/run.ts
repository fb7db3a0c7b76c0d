// `npm run campaign -- kill --kills 10000`, `npm run campaign -- power --cuts 2000 --acts 200`: the long runs of what `npm test`
// does in short. A seed that failed can be run again with --seed.
import { parseArgs } from 'node:util'
import { runKills } from './kill/killCampaign.ts'
import { runPowerCuts } from './powerCut/powerCutCampaign.ts'

const { values, positionals } = parseArgs({
  options: {
    kills: { type: 'string', default: '10000' },
    cuts: { type: 'string', default: '2000' },
    acts: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
  allowPositionals: true,
})
const seed = Number(values.seed)
const every = (step: number) => (done: number) => {
  if (done % step === 0) console.error(`${done} done`)
}

const campaigns: Readonly<Record<string, () => Promise<object>>> = {
  kill: () => runKills({ kills: Number(values.kills), seed, onProgress: every(100) }),
  power: () => runPowerCuts({ cuts: Number(values.cuts), acts: Number(values.acts), seed, onProgress: every(100) }),
}

const campaign = campaigns[positionals[0] ?? '']
if (campaign) console.log(JSON.stringify({ seed, ...(await campaign()) }))
else {
  console.error(`npm run campaign -- ${Object.keys(campaigns).join(' | ')}`)
  process.exitCode = 2
}
