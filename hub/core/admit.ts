import { fingerprintOf } from '../../shared/protocol/enrolCode.ts'
import { FrameError } from '../../shared/protocol/frameCodec.ts'
import { type ErrorCode, type FrameOf, PROTOCOL_VERSION } from '../../shared/protocol/frames.ts'
import { signWelcome, verifyHello } from '../../shared/protocol/handshake.ts'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'
import { originOf } from '../../shared/protocol/identity.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { enrol } from './enrolment.ts'
import type { DeviceRecord, HubPorts } from './ports.ts'

/** Feed numbers, one a lane. */
export type LaneCounts = [number, number, number]

export interface Admitted {
  readonly device: DeviceRecord
  readonly welcome: FrameOf<'welcome'>
  /** Where each lane of the device's feed goes on. */
  readonly down: LaneCounts
  readonly isNew: boolean
  /** The console's name for the link, and the lanes of its feed that come down it. */
  readonly link: string
  readonly lanes: number
  /** Usable bits a second of that link. */
  readonly bitRate: number
}

export type Admission = Admitted | { readonly refused: ErrorCode }

/** Reads, checks and answers the opening payload of a connection. Call inside a transaction: an enrolment writes. */
export function admit(ports: HubPorts, hubId: string, nonce: string, helloBytes: Uint8Array): Admission {
  const hello = readHello(ports, helloBytes)
  if ('refused' in hello) return hello
  const now = ports.clock.now()
  const identified = identify(ports, hubId, hello, nonce, now)
  if ('refused' in identified) return identified
  const { device, isNew } = identified
  // Nobody filled it while the console was away.
  ports.store.fillFeed(device)
  const down = cursorsOf(ports, device.origin, hello)
  const { link, lanes, bitRate } = hello
  return { device, isNew, down, link, lanes, bitRate, welcome: makeWelcome(ports, hubId, nonce, device, down, now) }
}

function readHello({ codec }: HubPorts, bytes: Uint8Array): FrameOf<'hello'> | { readonly refused: ErrorCode } {
  try {
    const frame = codec.decode(bytes)
    return frame.t === 'hello' ? frame : { refused: 'unexpectedFrame' }
  } catch (error) {
    return { refused: error instanceof FrameError ? error.code : 'malformed' }
  }
}

function identify(
  ports: HubPorts,
  hubId: string,
  hello: FrameOf<'hello'>,
  nonce: string,
  now: number,
): { readonly device: DeviceRecord; readonly isNew: boolean } | { readonly refused: ErrorCode } {
  const { store, primitives } = ports
  if (hello.enroll) {
    const publicKey = fromHex(hello.enroll.publicKey)
    if (hello.hub !== fingerprintOf(hubId)) return { refused: 'wrongHub' }
    if (
      originOf(publicKey, 'township', primitives) !== hello.device ||
      !verifyHello(hello, nonce, publicKey, primitives)
    ) {
      return { refused: 'badSignature' }
    }
    return enrol(ports, hello, nonce, now)
  }
  if (hello.hub !== hubId) return { refused: 'wrongHub' }
  const device = store.device(hello.device)
  if (!device) return { refused: 'unknownDevice' }
  if (!verifyHello(hello, nonce, fromHex(device.publicKey), primitives)) return { refused: 'badSignature' }
  return device.revokedAt === null ? { device, isNew: false } : { refused: 'revoked' }
}

/**
 * A lane goes on at the console's cursor only when this database's feed holds the same event there: after a restore the numbers
 * behind a cursor may mean other events. Otherwise it starts again; what the console holds already is recognised by its hash.
 */
function cursorsOf({ store }: HubPorts, device: string, hello: FrameOf<'hello'>): LaneCounts {
  const sameLife = hello.hubEpoch === store.hubEpoch()
  const cursorOf = (lane: Lane): number => {
    const [feedSeq, prefix] = hello.down[lane]
    return sameLife && store.feedHashAt(device, lane, feedSeq)?.slice(0, 16) === prefix ? feedSeq : 0
  }
  return [cursorOf(0), cursorOf(1), cursorOf(2)]
}

function makeWelcome(
  { store, signer, primitives }: HubPorts,
  hubId: string,
  nonce: string,
  device: DeviceRecord,
  down: LaneCounts,
  now: number,
): FrameOf<'welcome'> {
  const township = store.township(device.division) ?? { division: device.division, name: '' }
  const chains = store
    .chainsOf(device.origin)
    .map(({ epoch, lane, seq, hash }): [string, Lane, number, string] => [epoch, lane, seq, hash?.slice(0, 16) ?? ''])
  return signWelcome(
    {
      t: 'welcome',
      v: PROTOCOL_VERSION,
      hub: hubId,
      publicKey: toHex(signer.publicKey),
      hubEpoch: store.hubEpoch(),
      at: now,
      township: { division: township.division, name: township.name },
      letter: device.letter,
      chains,
      down,
    },
    nonce,
    device.origin,
    signer,
    primitives,
  )
}
