import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startCountingProxy } from '../../net/countingProxy.ts'
import { linkOf } from '../../support/linkSettings.ts'
import { round } from '../desk/statistics.ts'
import { type BenchConsole, startConsole } from './benchConsole.ts'
import { type BenchHub, DIVISION, startBenchHub } from './benchHub.ts'

export const EVENTS = 30_000

interface CatchUp {
  readonly upEventsPerSecond: number
  readonly downEventsPerSecond: number
  /** File with the same events, one JSON document a line. */
  readonly documents: string
}

/** Faster than anything that is measured over it. */
const WIRE = { kind: 'lan', bitRate: 100_000_000 } as const

/**
 * A console that wrote for weeks without a link sends it all; then a new console of the same township takes it all in. Three
 * processes, real files, real sockets; confirmed means committed with synchronous=FULL at both ends.
 */
export async function measureCatchUp(folder: string): Promise<CatchUp> {
  mkdirSync(folder, { recursive: true })
  const hub = await startBenchHub(folder)
  const links = [linkOf({ ...WIRE, url: hub.url })]
  const writer = await startConsole()
  await writer.do('open', { folder: join(folder, 'writer'), division: DIVISION, links })
  await takeIn(writer, hub)
  await writer.do('stop')
  await writer.do('writeMixed', EVENTS)
  const documents = join(folder, 'documents.jsonl')
  await writer.do('writeDocuments', { file: documents, count: EVENTS })
  const upFrom = Date.now()
  await writer.do('start')
  const upSeconds = ((await writer.do('untilSent')) - upFrom) / 1000

  const reader = await startConsole()
  await reader.do('open', { folder: join(folder, 'reader'), division: DIVISION, links })
  await reader.do('start')
  const downFrom = Date.now()
  await reader.do('enrol', await hub.enrolCode())
  const downSeconds = ((await reader.do('untilHeld', EVENTS)) - downFrom) / 1000
  await reader.close()
  await writer.close()
  await hub.stop()
  return {
    upEventsPerSecond: Math.round(EVENTS / upSeconds),
    downEventsPerSecond: Math.round(EVENTS / downSeconds),
    documents,
  }
}

/** WebSocket frames both ways for one event of the same mix, confirmations included. */
export async function measureBroadbandBytes(folder: string, events: number): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const hub = await startBenchHub(folder)
  const proxy = await startCountingProxy(hub.port)
  const writer = await startConsole()
  const links = [linkOf({ ...WIRE, url: `http://127.0.0.1:${proxy.port}` })]
  await writer.do('open', { folder: join(folder, 'writer'), division: DIVISION, links })
  await takeIn(writer, hub)
  proxy.take()
  await writer.do('writeMixed', events)
  await writer.do('untilSent')
  await writer.do('untilQuiet')
  const bytes = proxy.take().reduce((sum, frame) => sum + frame.bytes, 0)
  await writer.close()
  await proxy.close()
  await hub.stop()
  return round(bytes / events, 1)
}

async function takeIn(console: BenchConsole, hub: BenchHub): Promise<void> {
  await console.do('start')
  await console.do('enrol', await hub.enrolCode())
  await console.do('untilSent')
}
