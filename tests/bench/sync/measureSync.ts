import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canOpenNetPair } from '../../net/namespaces.ts'
import { round } from '../desk/statistics.ts'
import { measureCapacity } from './capacity.ts'
import { EVENTS, measureBroadbandBytes, measureCatchUp } from './catchUp.ts'
import { measureFailover } from './failover.ts'
import { measureNarrowBytes } from './narrowBytes.ts'
import { measurePeer } from './peer.ts'
import { measureSatellites } from './satelliteLinks.ts'
import { readTexts } from './texts.ts'

/** Documents whose bytes are counted: enough for the batches both sides use. */
const COUNTED = 3_000

const note = (line: string): void => void process.stderr.write(`${line}\n`)

/** Everything of the exchange with the county in one run, real processes and sockets. @param texts file of log texts, one a line */
export async function measureSync(texts?: string): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-bench-sync-'))
  try {
    const lines = readTexts(texts)
    note('bytes over a satellite')
    const narrow = await measureNarrowBytes(join(folder, 'narrow'), lines)
    note('catch-up over broadband')
    const catchUp = await measureCatchUp(join(folder, 'catchUp'))
    const broadband = await measureBroadbandBytes(join(folder, 'broadband'), COUNTED)
    note('the peer: PouchDB to a CouchDB-compatible server')
    const documents = readFileSync(catchUp.documents, 'utf8').split('\n')
    const peer = await measurePeer(join(folder, 'peer'), documents, false)
    const counted = await measurePeer(join(folder, 'counted'), documents.slice(0, COUNTED), true)
    const peerEventsPerSecond = Math.round(EVENTS / peer.seconds)
    note('how much one hub holds')
    const capacity = await measureCapacity(join(folder, 'capacity'))
    const links = canOpenNetPair() ? await measureLinks(folder, lines) : { links: 'not measured: needs root and ip' }
    return {
      ...narrow,
      catchUpEventsPerSecond: catchUp.upEventsPerSecond,
      catchUpDownEventsPerSecond: catchUp.downEventsPerSecond,
      peerEventsPerSecond,
      ratioToPeer: round(catchUp.upEventsPerSecond / peerEventsPerSecond, 2),
      bytesPerEventBroadband: broadband,
      peerBytesPerEvent: round(counted.bytes / COUNTED, 1),
      ...links,
      ...capacity,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureLinks(folder: string, texts: readonly string[]): Promise<object> {
  note('satellites over network namespaces')
  const satellites = await measureSatellites(join(folder, 'satellites'), texts, note)
  note('failover')
  return { ...(await measureFailover(join(folder, 'failover'), note)), ...satellites }
}
