import type { Clock } from '../../shared/protocol/ports.ts'
import type { LinkPhase } from '../links/linkMachine.ts'
import type { LinkRunner } from '../links/linkRunner.ts'
import type { HubPin, SyncStore, WaitReason } from './ports.ts'
import type { SyncPhase } from './syncState.ts'

/** The hub that answered, and how far its clock is ahead of ours. */
export interface Online {
  readonly pin: HubPin
  readonly clockOffsetMs: number
}

interface PhaseInput {
  /** In order of preference. */
  readonly runners: readonly LinkRunner[]
  readonly store: SyncStore
  readonly clock: Clock
  readonly started: boolean
  readonly online: Online | null
  readonly isReceiving: boolean
  /** The link that carries flash records. */
  readonly main: string | null
}

/** How the console stands with its hub, over all its links together. */
export function phaseOf({ runners, store, clock, started, online, isReceiving, main }: PhaseInput): SyncPhase {
  if (!started) return { state: 'off', reason: 'stopped' }
  const open = runners.filter((runner) => runner.session() !== null)
  if (online && open.length > 0) {
    const used = open.find(({ link }) => link.settings.id === main) ?? open[0]
    const roundTripMs = used?.session()?.roundTripMs() ?? null
    const isSending = open.some((runner) => !runner.session()?.isQuiet())
    return {
      state: 'online',
      reason: isSending ? 'sending' : isReceiving ? 'receiving' : 'idle',
      hubId: online.pin.hubId,
      clockOffsetMs: online.clockOffsetMs,
      roundTripMs: roundTripMs === null ? null : Math.round(roundTripMs),
    }
  }
  const enrolling = store.pendingEnrolment() !== null
  if (!enrolling && !store.hubPin()) return { state: 'off', reason: 'notEnrolled' }
  const trying = runners.find((runner) => runner.machine().phase.state === 'probing')?.machine()
  if (trying) {
    const { attempt } = trying
    return { state: 'connecting', reason: enrolling ? 'enrolling' : attempt <= 1 ? 'starting' : 'retrying', attempt }
  }
  return waitingPhase(runners, clock)
}

type DownReason = Extract<LinkPhase, { state: 'down' }>['reason']

/** A link that only rests is, for whoever waits, one that cannot be reached now. */
export function waitReasonOf(reason: DownReason): WaitReason {
  return reason === 'starting' || reason === 'forbidden' || reason === 'standby' ? 'unreachable' : reason
}

/** Nothing is open and nothing is tried: the link that is tried next says why. */
function waitingPhase(runners: readonly LinkRunner[], clock: Clock): SyncPhase {
  const waiting = runners
    .map((runner) => runner.machine())
    .flatMap(({ phase, attempt }) =>
      phase.state === 'down' && phase.nextTryAt !== null ? [{ phase, attempt, at: phase.nextTryAt }] : [],
    )
    .toSorted((a, b) => a.at - b.at)
  const [next] = waiting
  if (!next) return { state: 'off', reason: 'stopped' }
  const { reason } = next.phase
  return {
    state: 'waiting',
    reason: waitReasonOf(reason),
    nextTryAt: clock.now() + Math.max(0, Math.round(next.at - clock.monotonic())),
    attempt: next.attempt,
  }
}
