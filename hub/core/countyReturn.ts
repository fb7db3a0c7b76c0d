import { type Checkpoint, checkpointBytes } from '../../shared/protocol/checkpoint.ts'
import type { SealedEvent } from '../../shared/protocol/envelope.ts'
import type { FrameOf } from '../../shared/protocol/frames.ts'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { Primitives } from '../../shared/protocol/primitives.ts'
import { sealReceived } from '../../shared/protocol/received.ts'
import { normaliseDivision } from '../../shared/protocol/scope.ts'
import { countyEpoch } from './countyChain.ts'
import type { ChainKey, DeviceRecord, HubPorts } from './ports.ts'

/*
 * A hub put back from a backup has lost what the county said since. Its consoles hold it, with heads that the hub itself signed:
 *
 *   county (signed heads) ──▶ console … restore … console ──held──▶ hub ──own──▶ console ──ownEvents──▶ hub
 *
 * The returned events are taken when they lead, hash by hash, from what the hub holds to a head it once signed: no console can
 * put words into the county's mouth.
 */

/** Events of the county's chain being fetched from one console, up to a signed head. */
export interface Fetching {
  readonly chain: ChainKey
  readonly headSeq: number
  readonly headHash: string
  readonly events: SealedEvent[]
}

/** More than a county says to one township between two backups. */
const MOST_RETURNED = 20_000

/** Signed heads of the county's chain for one township in the hub's present life; null before anything was said. */
export function signCountyHeads(
  { store, signer, primitives }: Pick<HubPorts, 'store' | 'signer' | 'primitives'>,
  hubId: string,
  division: string,
): FrameOf<'county'> | null {
  const epoch = countyEpoch(store.hubEpoch(), division)
  const headOf = (lane: Lane): [number, string] => {
    const { seq, hash } = store.head({ origin: hubId, epoch, lane })
    return [seq, hash ?? '']
  }
  const heads: FrameOf<'county'>['heads'] = [headOf(0), headOf(1), headOf(2)]
  const n = heads.reduce((sum, [seq]) => sum + seq, 0)
  if (n === 0) return null
  const bytes = checkpointBytes({ origin: hubId, epoch, n, heads }, primitives)
  return { t: 'county', epoch, n, heads, sig: toHex(signer.sign(bytes)) }
}

/** What of a console's held heads this database lacks; nothing when the signature is not the hub's own. */
export function missingOf(
  { store, signer, primitives, log }: Pick<HubPorts, 'store' | 'signer' | 'primitives' | 'log'>,
  hubId: string,
  { division }: DeviceRecord,
  { epoch, n, heads, sig }: FrameOf<'held'>,
): readonly Fetching[] {
  const checkpoint: Checkpoint = { origin: hubId, epoch, n, heads }
  const isOurs = primitives.verify(signer.publicKey, checkpointBytes(checkpoint, primitives), fromHex(sig))
  if (!isOurs || !epoch.endsWith(`.${division}`)) {
    log.warn('hub.strangeCountyHeads', { epoch })
    return []
  }
  return LANES.map((lane): Fetching => {
    const [headSeq, headHash] = heads[lane]
    return { chain: { origin: hubId, epoch, lane }, headSeq, headHash, events: [] }
  }).filter(({ chain, headSeq }) => headSeq > store.head(chain).seq)
}

/** The next question to the console for what is still missing. */
export function askFor({ store }: Pick<HubPorts, 'store'>, { chain, events }: Fetching): FrameOf<'own'> {
  const last = events.at(-1)?.envelope.seq ?? store.head(chain).seq
  return { t: 'own', epoch: chain.epoch, lane: chain.lane, from: last + 1 }
}

export interface Returned {
  /** `more`: ask again. `taken`: the county's chain is whole again. `refused`: it does not lead to the signed head. */
  readonly state: 'more' | 'taken' | 'refused'
  /** Divisions of the townships whose log grew. */
  readonly grown: readonly string[]
}

/** Takes one page of returned events. Call inside a transaction. */
export function takeReturned(
  { store, primitives, log }: Pick<HubPorts, 'store' | 'primitives' | 'log'>,
  fetching: Fetching,
  frame: FrameOf<'ownEvents'>,
  at: number,
): Returned {
  const { chain, headSeq, headHash, events } = fetching
  const head = store.head(chain)
  for (const value of frame.events) {
    const event = readEvent(value, primitives)
    const last = events.at(-1)
    const follows = event && event.envelope.seq === (last?.envelope.seq ?? head.seq) + 1
    if (!follows || !isOf(event, chain) || event.envelope.prev !== (last?.hash ?? head.hash))
      return refuse(fetching, log)
    if (event.envelope.seq <= headSeq) events.push(event)
  }
  const last = events.at(-1)
  if (last?.envelope.seq !== headSeq) {
    return frame.next === 0 || events.length > MOST_RETURNED ? refuse(fetching, log) : { state: 'more', grown: [] }
  }
  if (last.hash !== headHash) return refuse(fetching, log)
  for (const event of events) {
    applyLostAct(store, event, at)
    store.insertEvent(event, at)
  }
  store.moveHead(chain, { seq: headSeq, hash: headHash })
  log.info('hub.countyReturned', { epoch: chain.epoch, lane: chain.lane, events: events.length })
  return { state: 'taken', grown: [...new Set(events.map(({ envelope }) => normaliseDivision(envelope.scope)))] }
}

function refuse({ chain }: Fetching, log: HubPorts['log']): Returned {
  log.warn('hub.countyReturnRefused', { epoch: chain.epoch, lane: chain.lane })
  return { state: 'refused', grown: [] }
}

/** What the registry lost with the county's words: a revocation counts again, a console taken in since is known again. */
function applyLostAct(store: HubPorts['store'], { envelope: { kind, body, scope } }: SealedEvent, at: number): void {
  const { origin, letter, name, publicKey } = body
  if (typeof origin !== 'string') return
  const known = store.device(origin)
  if (kind === 'device.revoked' && known) store.revokeDevice(origin, at)
  if (kind !== 'device.enrolled' || known) return
  if (typeof letter !== 'string' || typeof name !== 'string' || typeof publicKey !== 'string') return
  if (store.devicesOf(scope).some((device) => device.letter === letter)) return
  const device: DeviceRecord = { origin, publicKey, division: scope, name, letter, enrolledAt: at, revokedAt: null }
  store.addDevice(device)
  store.fillFeed(device)
}

function isOf({ envelope }: SealedEvent, chain: ChainKey): boolean {
  return envelope.origin === chain.origin && envelope.epoch === chain.epoch && envelope.lane === chain.lane
}

function readEvent(value: unknown, primitives: Primitives): SealedEvent | null {
  try {
    return sealReceived(value, primitives)
  } catch {
    return null
  }
}
