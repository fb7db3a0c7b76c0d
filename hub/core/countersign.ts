import { type Checkpoint, checkpointBytes, countersignBytes } from '../../shared/protocol/checkpoint.ts'
import type { FrameOf, OutgoingFrame } from '../../shared/protocol/frames.ts'
import { fromHex, toHex } from '../../shared/protocol/hex.ts'
import { LANES } from '../../shared/protocol/lanes.ts'
import type { DeviceRecord, HubPorts } from './ports.ts'

/**
 * Witnesses a console's checkpoint: the device signed it, and every head in it is an event the hub holds under that number. The
 * witness is stored before it is given out. Call inside a transaction.
 */
export function countersign(
  { store, primitives, signer, log }: Pick<HubPorts, 'store' | 'primitives' | 'signer' | 'log'>,
  hubId: string,
  device: DeviceRecord,
  frame: FrameOf<'checkpoint'>,
  at: number,
): OutgoingFrame {
  const checkpoint: Checkpoint = { origin: device.origin, epoch: frame.epoch, n: frame.n, heads: frame.heads }
  if (!primitives.verify(fromHex(device.publicKey), checkpointBytes(checkpoint, primitives), fromHex(frame.sig))) {
    return { t: 'error', code: 'badSignature' }
  }
  const holds = LANES.every((lane) => {
    const [seq, hash] = frame.heads[lane]
    return seq === 0 ? hash === '' : store.hashAt({ origin: device.origin, epoch: frame.epoch, lane }, seq) === hash
  })
  if (!holds) {
    store.raiseAlarm('checkpoint', `${device.origin} ${frame.epoch} ${frame.n}`, at)
    log.warn('hub.checkpointMismatch', { device: device.origin, epoch: frame.epoch, n: frame.n })
    return { t: 'error', code: 'checkpointMismatch' }
  }
  const hubEpoch = store.hubEpoch()
  const countersignature = toHex(signer.sign(countersignBytes(checkpoint, hubId, hubEpoch, at, primitives)))
  store.saveCheckpoint({ checkpoint, signature: frame.sig, countersignature, at })
  return { t: 'countersigned', epoch: frame.epoch, n: frame.n, hubEpoch, at, sig: countersignature }
}
