import { type Checkpoint, checkpointBytes, countersignBytes } from '../../shared/protocol/checkpoint.ts'
import type { FrameOf } from '../../shared/protocol/frames.ts'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'
import type { Clock } from '../../shared/protocol/ports.ts'
import type { Primitives, Signer } from '../../shared/protocol/primitives.ts'
import type { HubPin, SyncStore } from './ports.ts'

export interface WitnessPorts {
  readonly store: SyncStore
  readonly primitives: Primitives
  readonly signer: Signer
  readonly clock: Clock
}

export interface Witness {
  /** Signs the heads when there is something new and it is time; for the county when `send` is given. */
  sign(send: ((frame: FrameOf<'checkpoint'>) => void) | null): void
  /** Stores the county's countersignature. False when it is not the pinned hub's over what was sent. */
  countersigned(frame: FrameOf<'countersigned'>, pin: HubPin): boolean
}

/** Without a batch of events, a checkpoint so often; also the interval while there is no link. */
export const CHECKPOINT_EVERY_MS = 5 * 60_000
/** So many events make a batch that is witnessed at once. */
const BATCH_EVENTS = 100
/** Checkpoints sent and not answered yet; a hub that never answers must not make them pile up. */
const MOST_OPEN = 16

/**
 * Signs where the chains of this device stand, so that neither this machine nor the hub can rewrite what lies before without the
 * other seeing it.
 */
export function createWitness({ store, primitives, signer, clock }: WitnessPorts): Witness {
  let signed: { epoch: string; n: number } | null = null
  let sent: { epoch: string; n: number; at: number } | null = null
  const open = new Map<string, Checkpoint>()

  function save(checkpoint: Checkpoint): Uint8Array {
    const signature = signer.sign(checkpointBytes(checkpoint, primitives))
    store.saveCheckpoint(checkpoint, signature)
    signed = checkpoint
    return signature
  }

  function isTime(checkpoint: Checkpoint): boolean {
    if (!sent || sent.epoch !== checkpoint.epoch) return true
    if (checkpoint.n === sent.n) return false
    return checkpoint.n - sent.n >= BATCH_EVENTS || clock.monotonic() - sent.at >= CHECKPOINT_EVERY_MS
  }

  return {
    sign(send) {
      const checkpoint = store.currentCheckpoint()
      const [flash, command, routine] = checkpoint.heads
      if (!flash || !command || !routine || checkpoint.heads.every(([seq]) => seq === 0)) return
      if (!send) {
        if (signed?.epoch !== checkpoint.epoch || signed.n !== checkpoint.n) save(checkpoint)
        return
      }
      if (!isTime(checkpoint) || open.size >= MOST_OPEN) return
      const signature = save(checkpoint)
      sent = { epoch: checkpoint.epoch, n: checkpoint.n, at: clock.monotonic() }
      open.set(keyOf(checkpoint), checkpoint)
      const pair = ([seq, hash]: readonly [number, string]): [number, string] => [seq, hash]
      send({
        t: 'checkpoint',
        epoch: checkpoint.epoch,
        n: checkpoint.n,
        heads: [pair(flash), pair(command), pair(routine)],
        sig: toHex(signature),
      })
    },
    countersigned(frame, pin) {
      const checkpoint = open.get(keyOf(frame))
      // A repeated answer was stored the first time.
      if (!checkpoint) return true
      const signature = fromHex(frame.sig)
      const bytes = countersignBytes(checkpoint, pin.hubId, frame.hubEpoch, frame.at, primitives)
      if (!primitives.verify(fromHex(pin.publicKey), bytes, signature)) return false
      open.delete(keyOf(frame))
      store.saveCountersignature(checkpoint, { hubId: pin.hubId, hubEpoch: frame.hubEpoch, at: frame.at, signature })
      return true
    },
  }
}

function keyOf({ epoch, n }: { readonly epoch: string; readonly n: number }): string {
  return `${n} ${epoch}`
}
