import type { LinkSettings } from '../../shared/ipc/links.ts'
import { enrolKey, enrolProof } from '../../shared/protocol/enrolCode.ts'
import { type FrameOf, PROTOCOL_VERSION } from '../../shared/protocol/frames.ts'
import { signHello } from '../../shared/protocol/handshake.ts'
import { toHex } from '../../shared/protocol/hex.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import type { Primitives, Signer } from '../../shared/protocol/primitives.ts'
import type { SyncStore } from './ports.ts'

interface HelloPorts {
  readonly store: SyncStore
  readonly signer: Signer
  readonly primitives: Primitives
}

/** The opening payload of a connection: who we are, where our cursors stand, which link this is and what comes down it. */
export function makeHello(
  { store, signer, primitives }: HelloPorts,
  nonce: string,
  { id: link, bitRate }: Pick<LinkSettings, 'id' | 'bitRate'>,
  lanes: number,
): FrameOf<'hello'> {
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
      link,
      lanes,
      bitRate,
      enroll,
    },
    nonce,
    signer,
    primitives,
  )
}
