import { checkpointBytes } from '../../shared/protocol/checkpoint.ts'
import type { FrameOf, OutgoingFrame } from '../../shared/protocol/frames.ts'
import { fromHex } from '../../shared/protocol/hex.ts'
import { LANES } from '../../shared/protocol/lanes.ts'
import type { Log } from '../../shared/protocol/ports.ts'
import type { Primitives } from '../../shared/protocol/primitives.ts'
import type { CountyHead, HubPin, SyncStore } from './ports.ts'

export interface CountyWitnessPorts {
  readonly store: SyncStore
  readonly primitives: Primitives
  readonly log: Log
  readonly pin: HubPin
  readonly send: (frame: OutgoingFrame) => void
}

const GIVE_BACK = { events: 500, bytes: 256 * 1024 }

/** Keeps the hub's signed heads of the county's chain. False when the signature is not the pinned hub's. */
export function keepCountyHeads(
  { store, primitives, log, pin }: CountyWitnessPorts,
  frame: FrameOf<'county'>,
): boolean {
  const { epoch, n, heads, sig } = frame
  const bytes = checkpointBytes({ origin: pin.hubId, epoch, n, heads }, primitives)
  if (!primitives.verify(fromHex(pin.publicKey), bytes, fromHex(sig))) return false
  for (const lane of LANES) {
    const [seq, hash] = heads[lane]
    const held = seq > 0 ? store.countyHashAt(pin.hubId, { epoch, lane }, seq) : null
    if (held !== null && held !== hash) log.error('sync.countyRewritten', { epoch, lane, seq })
  }
  const known = store.countyHeads().find((one) => one.epoch === epoch)
  if (!known || known.n < n) store.saveCountyHeads({ epoch, n, heads, signature: sig })
  return true
}

/** Lives of the hub whose last heads are shown: what an older one had said, each later one has had the chance to get back. */
const LIVES_SHOWN = 3

/** Shows a hub what it had said in its lives before, as far as we hold all of it. It asks for what it lost. */
export function showHeldHeads({ store, pin, send }: CountyWitnessPorts): void {
  const before = store.countyHeads().filter(({ epoch }) => !epoch.startsWith(`${pin.hubEpoch}.`))
  for (const { epoch, n, heads, signature } of before.slice(-LIVES_SHOWN)) {
    const isHeld = LANES.every((lane) => {
      const [seq, hash] = heads[lane]
      return seq === 0 || store.countyHashAt(pin.hubId, { epoch, lane }, seq) === hash
    })
    if (isHeld) send({ t: 'held', epoch, n, heads: [pair(heads[0]), pair(heads[1]), pair(heads[2])], sig: signature })
  }
}

/** Gives the hub events of its own chain that it lost. */
export function giveCountyEvents(
  { store, pin, send }: CountyWitnessPorts,
  { epoch, lane, from }: FrameOf<'own'>,
): void {
  const events = store.readCounty(pin.hubId, { epoch, lane }, from, GIVE_BACK)
  const next = from + events.length
  const more = events.length > 0 && store.countyHashAt(pin.hubId, { epoch, lane }, next) !== null
  send({ t: 'ownEvents', epoch, lane, next: more ? next : 0, events })
}

function pair([seq, hash]: CountyHead): [number, string] {
  return [seq, hash]
}
