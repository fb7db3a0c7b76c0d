import type { HubConnection } from '../../hub/core/ports.ts'
import { nodePrimitives, signerFromSeed } from '../../shared/node/primitives.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import { enrolKey, enrolProof, parseEnrolCode } from '../../shared/protocol/enrolCode.ts'
import { type Envelope, envelopeText, hashEnvelopeBytes, type SealedEvent } from '../../shared/protocol/envelope.ts'
import { type Frame, type FrameOf, type OutgoingFrame, PROTOCOL_VERSION } from '../../shared/protocol/frames.ts'
import { signHello } from '../../shared/protocol/handshake.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'
import { originOf } from '../../shared/protocol/identity.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { codec, DIVISION } from './simulatedHub.ts'
import type { Simulation } from './simulation.ts'
import { seedOf } from './world.ts'

type Hello = FrameOf<'hello'>

/** A console without an engine: says to the hub exactly what a test wants said, well or badly. */
export interface RawConsole {
  readonly origin: string
  readonly epoch: string
  /** Everything the hub answered, oldest first; emptied by {@link RawConsole.take}. */
  take(): readonly Frame[]
  closed(): boolean
  /** Connects. `change` alters the hello before it is signed, `after` afterwards. */
  connect(options?: {
    code?: string
    change?: Partial<Hello>
    after?: Partial<Hello>
    nonce?: string
  }): readonly Frame[]
  connectWith(bytes: Uint8Array): readonly Frame[]
  send(...frames: OutgoingFrame[]): readonly Frame[]
  sendBytes(bytes: Uint8Array): readonly Frame[]
  /** The next event of a lane's chain; `change` spoils it before it is sealed. */
  event(lane: Lane, body: JsonObject, change?: Partial<Envelope>): SealedEvent
  events(lane: Lane, from: number, events: readonly SealedEvent[]): OutgoingFrame
  sign(bytes: Uint8Array): string
}

export function createRawConsole({ world, hub }: Simulation, name: string, division = DIVISION): RawConsole {
  const signer = signerFromSeed(seedOf(name))
  const origin = originOf(signer.publicKey, 'township', nodePrimitives)
  const epoch = '1-00000001'
  const heads = new Map<Lane, SealedEvent>()
  let heard: Frame[] = []
  let isClosed = false
  let connection: HubConnection | null = null
  let n = 0
  let connections = 0

  const take = (): readonly Frame[] => {
    const frames = heard
    heard = []
    return frames
  }

  function connectWith(bytes: Uint8Array, nonce = `nonce-${name}-${connections++}`): readonly Frame[] {
    isClosed = false
    connection = hub.core().accept(
      {
        nonce,
        send: (frame) => void heard.push(codec.decode(frame)),
        close: () => {
          isClosed = true
        },
      },
      bytes,
    )
    world.advance(0)
    return take()
  }

  return {
    origin,
    epoch,
    take,
    closed: () => isClosed,
    connectWith,
    connect({ code, change = {}, after = {}, nonce = `nonce-${name}-${connections++}` } = {}) {
      const parsed = code === undefined ? null : parseEnrolCode(code, nodePrimitives)
      const hello: Omit<Hello, 'sig'> = {
        t: 'hello',
        v: PROTOCOL_VERSION,
        device: origin,
        epoch,
        hub: parsed?.fingerprint ?? hub.core().hubId,
        hubEpoch: hub.store().hubEpoch(),
        down: [
          [0, ''],
          [0, ''],
          [0, ''],
        ],
        link: 'broadband',
        lanes: 7,
        bitRate: 10_000_000,
        enroll: parsed && {
          proof: enrolProof(enrolKey(parsed.secret, nodePrimitives), nonce, signer.publicKey, nodePrimitives),
          publicKey: toHex(signer.publicKey),
          township: { division, name: '青山镇' },
          console: name,
          letter: 'A',
        },
        ...change,
      }
      return connectWith(codec.encode({ ...signHello(hello, nonce, signer, nodePrimitives), ...after }), nonce)
    },
    send(...frames) {
      for (const frame of frames) connection?.receive(codec.encode(frame))
      world.advance(0)
      return take()
    },
    sendBytes(bytes) {
      connection?.receive(bytes)
      world.advance(0)
      return take()
    },
    event(lane, body, change = {}) {
      const head = heads.get(lane)
      n += 1
      const envelope: Envelope = {
        origin,
        epoch,
        lane,
        seq: (head?.envelope.seq ?? 0) + 1,
        n,
        hlc: makeHlc(world.clock.now(), n),
        clockQuality: 0,
        flags: 0,
        scope: division,
        kind: 'log.entered',
        kindVer: 1,
        entity: `log:${name}-${n}`,
        base: [],
        body,
        author: null,
        approver: null,
        prev: head?.hash ?? '',
        ...change,
      }
      // Sealed without the checks of the real one: what a broken or hostile console would send.
      const bytes = nodePrimitives.encodeText(envelopeText(envelope))
      const event: SealedEvent = { envelope, bytes, hash: hashEnvelopeBytes(bytes, nodePrimitives) }
      heads.set(lane, event)
      return event
    },
    events: (lane, from, events) => ({ t: 'events', epoch, lane, from, events: events.map(({ bytes }) => bytes) }),
    sign: (bytes) => toHex(signer.sign(bytes)),
  }
}

/** A raw console that is taken in, with the hub's answers so far put away. */
export function joinedRawConsole(simulation: Simulation, name: string, division = DIVISION): RawConsole {
  const one = createRawConsole(simulation, name, division)
  one.connect({ code: simulation.hub.enrolCode(division) })
  return one
}
