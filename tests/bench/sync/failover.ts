import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { FAST, openNetPair } from '../../net/namespaces.ts'
import { linkOf } from '../../support/linkSettings.ts'
import { p95, round } from '../desk/statistics.ts'
import { type BenchConsole, startConsole } from './benchConsole.ts'
import { DIVISION, startBenchHub } from './benchHub.ts'
import { PROFILES } from './satelliteLinks.ts'

const TRIES = 20

/**
 * Broadband goes on looking alive and carries nothing any more; a flash record is written at that moment. Until the hub has
 * confirmed it: over a satellite (64 kbit/s) that was connected all the time, and over one that first has to be called.
 */
export async function measureFailover(folder: string, note: (line: string) => void): Promise<object> {
  mkdirSync(folder, { recursive: true })
  const places = openNetPair()
  try {
    const wire = await places.link(1)
    const satellite = await places.link(2)
    await wire.shape(FAST)
    await satellite.shape(PROFILES['64k'])
    const hub = await startBenchHub(folder, ['--host', '0.0.0.0'], places.far)
    const links = [
      linkOf({ url: `http://${wire.far}:${hub.port}` }),
      linkOf({ id: 'satellite', kind: 'satellite', bitRate: 64_000, url: `http://${satellite.far}:${hub.port}` }),
    ]
    const console = await startConsole(places.near)
    await console.do('open', { folder: join(folder, 'console'), division: DIVISION, links })
    await console.do('start')
    await console.do('enrol', await hub.enrolCode())
    const seconds: number[] = []
    for (let count = 0; count < TRIES; count += 1) {
      await beginAnew(console)
      await console.do('untilUp', 'satellite')
      await wire.swallow(true)
      const written = await console.do('writeFlash', `立即转移第${count}组`)
      seconds.push(((await console.do('untilLaneSent', 0)) - written) / 1000)
      await wire.swallow(false)
    }
    note(`failover: ${seconds.map((one) => round(one, 1)).join(' ')}`)
    // Cold: the satellite's modem is not connected when broadband falls silent.
    await satellite.swallow(true)
    await beginAnew(console)
    await satellite.swallow(false)
    await wire.swallow(true)
    const written = await console.do('writeFlash', '立即转移')
    const confirmed = await console.do('untilLaneSent', 0)
    await console.close()
    await hub.stop()
    return { failoverSecondsP95: round(p95(seconds), 2), failoverColdSeconds: round((confirmed - written) / 1000, 2) }
  } finally {
    await places.close()
  }
}

/** A console that starts: broadband carries, nothing waits, and nothing of the try before counts against it. */
async function beginAnew(console: BenchConsole): Promise<void> {
  await console.do('stop')
  await console.do('start')
  await console.do('untilCarries', 'broadband')
  await console.do('untilSent')
}
