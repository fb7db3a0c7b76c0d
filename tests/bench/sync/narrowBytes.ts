import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startCountingProxy, type WireFrame } from '../../net/countingProxy.ts'
import { linkOf } from '../../support/linkSettings.ts'
import { round } from '../desk/statistics.ts'
import { startConsole } from './benchConsole.ts'
import { DIVISION, startBenchHub } from './benchHub.ts'

/** So many log entries make one wait: a night of them, ten to a frame at the least. */
const ROUNDS = 3
const ENTRIES = 100
/** The slowest satellite has the smallest frames: others carry more events a frame and cost less. */
const BIT_RATE = 2_400

const bytesOf = (frames: readonly WireFrame[]): number => frames.reduce((sum, { bytes }) => sum + bytes, 0)
/** Messages of ours: binary. Heartbeats are text. */
const ours = (frames: readonly WireFrame[], way: 'up' | 'down') =>
  frames.filter((frame) => frame.way === way && frame.opcode === 2)

/**
 * What crosses the wire over a satellite: WebSocket frames both ways with confirmations and countersignatures, the handshake left
 * out. Routine events wait and leave in batches; then one event alone, for what a frame and its confirmation cost above their payload.
 */
export async function measureNarrowBytes(folder: string, texts: readonly string[]): Promise<object> {
  mkdirSync(folder, { recursive: true })
  const hub = await startBenchHub(folder)
  const proxy = await startCountingProxy(hub.port)
  const console = await startConsole()
  const url = `http://127.0.0.1:${proxy.port}`
  const links = [linkOf({ id: 'satellite', kind: 'satellite', bitRate: BIT_RATE, url })]
  await console.do('open', { folder: join(folder, 'console'), division: DIVISION, links })
  await console.do('start')
  await console.do('enrol', await hub.enrolCode())
  await console.do('untilSent')
  // The first entry of a connection also tells who writes.
  await console.do('writeLog', [texts[0] ?? ''])
  await console.do('untilSent')
  await console.do('untilQuiet')
  proxy.take()
  const batches: WireFrame[] = []
  for (let count = 0; count < ROUNDS; count += 1) {
    const some = Array.from({ length: ENTRIES }, (_, at) => texts[(count * ENTRIES + at + 1) % texts.length] ?? '')
    await console.do('writeLog', some)
    await console.do('untilSent')
    await console.do('untilQuiet')
    batches.push(...proxy.take())
  }
  await console.do('writeLog', [texts[1] ?? ''])
  await console.do('untilSent')
  const single = proxy.take()
  const [up] = ours(single, 'up')
  const [down] = ours(single, 'down')
  await console.close()
  await proxy.close()
  await hub.stop()
  return {
    bytesPerEventSatellite: round(bytesOf(batches) / (ROUNDS * ENTRIES), 1),
    eventsPerFrameSatellite: round(
      (ROUNDS * ENTRIES) / ours(batches, 'up').filter(({ payload }) => payload > 200).length,
      1,
    ),
    charactersPerText: round(texts.reduce((sum, text) => sum + [...text].length, 0) / texts.length, 1),
    framingUp: up ? up.bytes - up.payload : null,
    framingDown: down ? down.bytes - down.payload : null,
    singleEventUp: up?.bytes ?? null,
    singleEventDown: down?.bytes ?? null,
  }
}
