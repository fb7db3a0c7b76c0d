import { enrolKey, enrolProof } from '../../shared/protocol/enrolCode.ts'
import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import { type FrameOf, PROTOCOL_VERSION } from '../../shared/protocol/frames.ts'
import { signHello } from '../../shared/protocol/handshake.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import type { Cancel, Clock, Log, Random } from '../../shared/protocol/ports.ts'
import type { Primitives, Signer } from '../../shared/protocol/primitives.ts'
import { backoffMs } from './backoff.ts'
import type { Bearer, PendingEnrolment, SyncStore, WaitReason } from './ports.ts'
import { createSession, type Session } from './session.ts'
import { createStateTracker, type SyncState } from './syncState.ts'
import { CHECKPOINT_EVERY_MS, createWitness } from './witness.ts'

export interface EnginePorts {
  readonly bearer: Bearer
  readonly store: SyncStore
  readonly signer: Signer
  readonly primitives: Primitives
  readonly codec: FrameCodec
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Frames of routine events under way at once; 4 unless said otherwise. */
  readonly window?: number
}

/** What came of an enrolment: `pending` means that the hub could not be asked yet; it will be, without anybody's doing. */
export type EnrolOutcome =
  | { readonly outcome: 'enrolled' }
  | { readonly outcome: 'refused' | 'pending'; readonly reason: WaitReason }

export interface SyncEngine {
  start(): void
  stop(): void
  /** Own events were committed. Cheap: call after every commit. */
  notify(): void
  /** Do not wait for the next try: the network or the machine came back. */
  retryNow(): void
  /** Asks the hub to take this console in. Settles at the first answer or the first failure to reach the hub. */
  enroll(request: PendingEnrolment): Promise<EnrolOutcome>
  state(): SyncState
  subscribe(listener: (state: SyncState) => void): () => void
}

/** Refusals that only another code can cure. */
const CODE_REFUSALS: readonly WaitReason[] = [
  'codeUnknown',
  'codeExpired',
  'codeUsed',
  'wrongTownship',
  'townshipFull',
  'revoked',
  'hubKeyChanged',
  'wrongHub',
  'badSignature',
]
/** A connection that lasted so long was a good one: the next failure starts from the shortest wait. */
const GOOD_CONNECTION_MS = 10_000

/** Keeps this console's log and the hub's the same, for as long as it is started. Never gives up. */
export function createSyncEngine(ports: EnginePorts): SyncEngine {
  const { bearer, store, clock, random, log, primitives, signer } = ports
  const tracker = createStateTracker(store, clock.now, log)
  const witness = createWitness({ store, primitives, signer, clock })
  let started = false
  let session: Session | null = null
  let attempt = 0
  let cancelRetry: Cancel | null = null
  let cancelCheckpoint: Cancel | null = null
  let notified = false
  let online: { readonly hubId: string; readonly at: number; readonly clockOffsetMs: number } | null = null
  let settleEnrolment: ((outcome: EnrolOutcome) => void) | null = null

  function connect(): void {
    cancelRetry?.()
    cancelRetry = null
    if (!started || session) return
    const enrolling = store.pendingEnrolment() !== null
    if (!enrolling && !store.hubPin()) {
      tracker.enter({ state: 'off', reason: 'notEnrolled' })
      return
    }
    attempt += 1
    tracker.enter({
      state: 'connecting',
      reason: enrolling ? 'enrolling' : attempt === 1 ? 'starting' : 'retrying',
      attempt,
    })
    let nonce = ''
    const opened = createSession(ports, {
      witness,
      nonce: () => nonce,
      send: (frame) => bearer.send(frame),
      onOnline(pin, hubMs) {
        online = { hubId: pin.hubId, at: clock.monotonic(), clockOffsetMs: hubMs - clock.now() }
        settle({ outcome: 'enrolled' })
        showOnline()
      },
      onProgress: showOnline,
      onEnd: failed,
    })
    session = opened
    bearer.open(
      (given) => {
        nonce = given
        return ports.codec.encode(makeHello(ports, given))
      },
      { onOpen: () => undefined, onFrame: opened.receive, onClose: failed },
    )
  }

  function showOnline(): void {
    if (!session || !online) return
    const { reason, roundTripMs } = session.activity()
    tracker.enter({
      state: 'online',
      reason,
      hubId: online.hubId,
      clockOffsetMs: online.clockOffsetMs,
      roundTripMs: roundTripMs === null ? null : Math.round(roundTripMs),
    })
  }

  function disconnect(): void {
    session?.stop()
    session = null
    bearer.close()
    if (online && clock.monotonic() - online.at >= GOOD_CONNECTION_MS) attempt = 0
    online = null
  }

  function failed(reason: WaitReason): void {
    disconnect()
    if (!started) return
    const refused = store.pendingEnrolment() !== null && CODE_REFUSALS.includes(reason)
    if (refused) store.savePendingEnrolment(null)
    settle({ outcome: refused ? 'refused' : 'pending', reason })
    if (!store.pendingEnrolment() && !store.hubPin()) {
      tracker.enter({ state: 'off', reason: 'notEnrolled' })
      return
    }
    const wait = backoffMs(Math.max(1, attempt), random)
    log.info('sync.waiting', { reason, ms: wait })
    tracker.enter({ state: 'waiting', reason, nextTryAt: clock.now() + wait, attempt })
    cancelRetry = clock.after(wait, connect)
  }

  function settle(outcome: EnrolOutcome): void {
    settleEnrolment?.(outcome)
    settleEnrolment = null
  }

  /** A long outage is witnessed too, by this device alone. */
  function keepWitnessing(): void {
    cancelCheckpoint = clock.after(CHECKPOINT_EVERY_MS, () => {
      if (session && online) session.notify()
      else witness.sign(null)
      keepWitnessing()
    })
  }

  return {
    start() {
      if (started) return
      started = true
      keepWitnessing()
      connect()
    },
    stop() {
      if (!started) return
      started = false
      cancelRetry?.()
      cancelCheckpoint?.()
      disconnect()
      tracker.enter({ state: 'off', reason: 'stopped' })
    },
    notify() {
      // Events of one turn leave in one frame.
      if (notified) return
      notified = true
      clock.defer(() => {
        notified = false
        // Stopped meanwhile: the store may be closed by now.
        if (!started) return
        session?.notify()
        if (online) showOnline()
        else tracker.refresh()
      })
    },
    retryNow() {
      if (!started || session) return
      attempt = 0
      connect()
    },
    enroll(request) {
      store.savePendingEnrolment(request)
      settle({ outcome: 'pending', reason: 'replaced' })
      if (!started) return Promise.resolve({ outcome: 'pending', reason: 'unreachable' })
      return new Promise((resolve) => {
        settleEnrolment = resolve
        disconnect()
        attempt = 0
        connect()
      })
    },
    state: tracker.now,
    subscribe: tracker.subscribe,
  }
}

function makeHello({ store, signer, primitives }: EnginePorts, nonce: string): FrameOf<'hello'> {
  const pending = store.pendingEnrolment()
  const pin = store.hubPin()
  const cursor = (lane: Lane): [number, string] => {
    const { feedSeq, hash } = store.downCursor(lane)
    return [feedSeq, hash.slice(0, 16)]
  }
  const enroll = pending && {
    proof: enrolProof(enrolKey(pending.secret, primitives), nonce, signer.publicKey, primitives),
    publicKey: toHex(signer.publicKey),
    township: { ...pending.township },
    console: pending.consoleName,
    letter: pending.letter,
  }
  return signHello(
    {
      t: 'hello',
      v: PROTOCOL_VERSION,
      device: store.origin,
      epoch: store.currentEpoch(),
      hub: pending?.fingerprint ?? pin?.hubId ?? '-',
      hubEpoch: pin?.hubEpoch ?? '',
      down: [cursor(0), cursor(1), cursor(2)],
      enroll,
    },
    nonce,
    signer,
    primitives,
  )
}
