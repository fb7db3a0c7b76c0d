import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type NetPair, openNetPair, type Profile } from '../../net/namespaces.ts'
import { linkOf } from '../../support/linkSettings.ts'
import { median, p95, round } from '../desk/statistics.ts'
import { type BenchConsole, startConsole } from './benchConsole.ts'
import { type BenchHub, DIVISION, startBenchHub } from './benchHub.ts'

export type Satellite = '64k' | '9k6' | '2k4'
/** Of the numbers to reach. */
export const PROFILES: Readonly<Record<Satellite, Profile>> = {
  '64k': { roundTripMs: 600, lossPercent: 2, bitRate: 64_000 },
  '9k6': { roundTripMs: 1_200, lossPercent: 5, bitRate: 9_600 },
  '2k4': { roundTripMs: 2_000, lossPercent: 5, bitRate: 2_400 },
}
export const SATELLITES: readonly Satellite[] = ['64k', '9k6', '2k4']
/** How often each is tried, with another seed of what is lost: the slow ones take the bench's time. */
const TRIES: Readonly<Record<Satellite, number>> = { '64k': 8, '9k6': 5, '2k4': 3 }
const DRAINED = 100

interface Try {
  /** From the moment the satellite is there to the hub's confirmation of the flash record. */
  readonly firstAckSeconds: number
  /** From the hub's first answer to its confirmation of the last of all records. */
  readonly drainSeconds: number
}

/** One try: a console with a flash record and a hundred routine ones waiting; its satellite comes up. */
async function tryOnce(
  places: NetPair,
  folder: string,
  profile: Profile,
  seed: number,
  texts: readonly string[],
): Promise<Try> {
  mkdirSync(folder, { recursive: true })
  // The number also seeds what is lost.
  const link = await places.link(seed)
  await link.shape(profile)
  const hub: BenchHub = await startBenchHub(folder, ['--host', '0.0.0.0'], places.far)
  const writer: BenchConsole = await startConsole(places.near)
  const settings = linkOf({
    id: 'satellite',
    kind: 'satellite',
    bitRate: profile.bitRate,
    url: `http://${link.far}:${hub.port}`,
  })
  try {
    await writer.do('open', { folder: join(folder, 'console'), division: DIVISION, links: [settings] })
    await writer.do('start')
    await writer.do('enrol', await hub.enrolCode())
    await writer.do('untilSent')
    await writer.do('stop')
    await writer.do(
      'writeLog',
      Array.from({ length: DRAINED }, (_, at) => texts[at % texts.length] ?? ''),
    )
    await writer.do('writeFlash', '立即组织转移')
    const from = Date.now()
    await writer.do('start')
    const online = await writer.do('untilOnline')
    const firstAck = await writer.do('untilLaneSent', 0)
    const drained = await writer.do('untilSent')
    return { firstAckSeconds: (firstAck - from) / 1000, drainSeconds: (drained - online) / 1000 }
  } finally {
    await writer.close()
    await hub.stop()
  }
}

/** First acknowledgement of a flash record and the drain of a hundred records, over each satellite. */
export async function measureSatellites(
  folder: string,
  texts: readonly string[],
  note: (line: string) => void,
): Promise<object> {
  const firstAckSecondsP95: Partial<Record<Satellite, number>> = {}
  const drain100Seconds: Partial<Record<Satellite, number>> = {}
  const done = await Promise.all(
    SATELLITES.map(async (name) => {
      const tries: Try[] = []
      for (let seed = 1; seed <= TRIES[name]; seed += 1) {
        const places = openNetPair()
        try {
          const one = await tryOnce(places, join(folder, `${name}-${seed}`), PROFILES[name], seed, texts)
          note(
            `satellite ${name} ${seed}: first ack ${round(one.firstAckSeconds, 1)} s, drained ${round(one.drainSeconds, 1)} s`,
          )
          tries.push(one)
        } finally {
          await places.close()
        }
      }
      return { name, tries }
    }),
  )
  for (const { name, tries } of done) {
    firstAckSecondsP95[name] = round(p95(tries.map(({ firstAckSeconds }) => firstAckSeconds)), 2)
    drain100Seconds[name] = round(median(tries.map(({ drainSeconds }) => drainSeconds)), 2)
  }
  return { firstAckSecondsP95, drain100Seconds }
}
