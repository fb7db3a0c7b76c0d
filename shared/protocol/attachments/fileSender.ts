import { type FilePart, fileName, UNIT_BYTES } from './fileFrames.ts'
import { createUnitMap } from './unitMap.ts'

export interface FileSenderPorts {
  readonly sha: string
  readonly size: number
  /** What the receiver holds already. */
  readonly have: readonly number[]
  /** Units in one part, and parts under way at once. */
  readonly partUnits: number
  readonly window: number
  read(at: number, length: number): Promise<Uint8Array>
  send(part: FilePart): void
  /** Whether nothing more urgent waits: asked before every part. */
  mayMove(): boolean
  /** The file could not be read. */
  onFailed(error: unknown): void
}

/** Sends what a receiver misses of one file, part by part, as confirmations come. */
export interface FileSender {
  readonly sha: string
  readonly size: number
  pump(): void
  got(from: number, count: number): void
  underWay(): number
  /** Of the whole file, 0 to 100. */
  percent(): number
  stop(): void
}

export function createFileSender(ports: FileSenderPorts): FileSender {
  const { sha, size, partUnits, window } = ports
  const there = createUnitMap(size, ports.have)
  let cursor = 0
  let flights: { readonly from: number; readonly count: number }[] = []
  let stopped = false

  async function sendPart(from: number, count: number): Promise<void> {
    try {
      const at = from * UNIT_BYTES
      const bytes = await ports.read(at, Math.min(count * UNIT_BYTES, size - at))
      if (!stopped) ports.send({ t: 'filePart', file: fileName(sha), from, bytes })
    } catch (error) {
      if (!stopped) ports.onFailed(error)
    }
  }

  return {
    sha,
    size,
    pump() {
      while (!stopped && flights.length < window && ports.mayMove()) {
        const next = there.nextMissing(cursor, partUnits)
        if (!next) return
        cursor = next.from + next.count
        flights.push(next)
        void sendPart(next.from, next.count)
      }
    },
    got(from, count) {
      there.set(from, count)
      flights = flights.filter((flight) => flight.from !== from)
    },
    underWay: () => flights.length,
    percent: () => Math.floor((there.held() / there.units) * 100),
    stop() {
      stopped = true
      flights = []
    },
  }
}
