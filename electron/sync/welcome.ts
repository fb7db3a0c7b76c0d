import { fingerprintOf } from '../../shared/protocol/enrolCode.ts'
import type { FrameOf } from '../../shared/protocol/frames.ts'
import { verifyWelcome } from '../../shared/protocol/handshake.ts'
import { fromHex } from '../../shared/protocol/hex.ts'
import { originOf } from '../../shared/protocol/identity.ts'
import { LANES } from '../../shared/protocol/lanes.ts'
import type { Primitives } from '../../shared/protocol/primitives.ts'
import type { HubPin, SyncStore, WaitReason } from './ports.ts'

export interface Taken {
  readonly pin: HubPin
  /** A lane of the hub's feed starts again. */
  readonly restarted: boolean
}

/**
 * Checks that the hub which answered is the pinned one (or, at enrolment, the one inside the code) and takes over what it says
 * about itself and about where its feed goes on. @returns the pin, or why this hub is refused.
 */
export function takeWelcome(
  store: SyncStore,
  primitives: Primitives,
  welcome: FrameOf<'welcome'>,
  nonce: string,
): Taken | WaitReason {
  const { hub, publicKey, hubEpoch, township, letter } = welcome
  const pin = store.hubPin()
  const pending = store.pendingEnrolment()
  if (pending ? fingerprintOf(hub) !== pending.fingerprint : pin?.hubId !== hub || pin.publicKey !== publicKey)
    return 'hubKeyChanged'
  if (
    originOf(fromHex(publicKey), 'county', primitives) !== hub ||
    !verifyWelcome(welcome, nonce, store.origin, primitives)
  )
    return 'badHub'

  const next: HubPin = { hubId: hub, publicKey, hubEpoch }
  const isOther = pin?.hubId !== hub || pin.hubEpoch !== hubEpoch
  const cursors = LANES.map((lane) => store.downCursor(lane).feedSeq)
  if (pending) store.saveEnrolled({ pin: next, township, letter })
  else if (pin?.hubEpoch !== hubEpoch) store.saveHubEpoch(hubEpoch)
  let restarted = false
  for (const lane of LANES) {
    const cursor = cursors[lane] ?? 0
    if (welcome.down[lane] === cursor && !(isOther && cursor > 0)) continue
    if (welcome.down[lane] !== 0) return 'badHub'
    // Of another hub, or another life of it, it fell with the pin.
    if (!isOther) store.resetDown(lane)
    restarted = true
  }
  return { pin: next, restarted }
}
