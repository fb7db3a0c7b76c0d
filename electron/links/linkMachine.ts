import type { LinkKind } from '../../shared/ipc/links.ts'
import type { WaitReason } from '../sync/ports.ts'
import type { LinkRules } from './linkRules.ts'

/**
 * One link, from its first try to its end.
 *
 *            connect                welcome              enough answers
 *   DOWN ──────────────▶ PROBING ───────────▶ PROBING ──────────────────▶ UP ◀────── alive ──────┐
 *   ▲ ▲   retry, work,  connecting           confirming                   │ └─ missed, card ─▶ DEGRADED
 *   │ │   wake                                                            │                      │
 *   │ └──────────────────── failed, or too many answers missing ──────────┴──────────────────────┤
 *   └── drained ── DRAINING ◀────────────── forbidden, flushed, replaced ────────────────────────┘
 *
 * Pure: time is given, effects are named and done by the runner.
 */
export type LinkPhase =
  | {
      readonly state: 'down'
      readonly since: number
      readonly reason: WaitReason | 'starting' | 'forbidden' | 'standby'
      readonly nextTryAt: number | null
    }
  | { readonly state: 'probing'; readonly since: number; readonly reason: 'connecting' | 'confirming' }
  | { readonly state: 'up'; readonly since: number; readonly reason: 'answering' }
  | { readonly state: 'degraded'; readonly since: number; readonly reason: 'missedAck' | 'wrongCard' }
  | { readonly state: 'draining'; readonly since: number; readonly reason: 'forbidden' | 'flushed' }

export interface LinkMachine {
  readonly phase: LinkPhase
  /** Tries since the last good connection. */
  readonly attempt: number
  /** Answers in a row while confirming. */
  readonly answers: number
  /** When it came up, through all it degraded since; null while it is not up. */
  readonly upSince: number | null
  /** When the last try began. */
  readonly triedAt: number
  /** When it went from up to down: the last time, and those within the span that counts before it. */
  readonly flaps: readonly number[]
  readonly wrongCard: boolean
  readonly forbidden: boolean
}

export type LinkEvent =
  /** Try now: the wait is over, or something came up that cannot wait. */
  | { readonly type: 'connect' }
  | { readonly type: 'welcomed' }
  | { readonly type: 'probed' }
  | { readonly type: 'missed'; readonly count: number }
  | { readonly type: 'alive' }
  | { readonly type: 'card'; readonly wrong: boolean }
  | { readonly type: 'failed'; readonly reason: WaitReason }
  | { readonly type: 'forbid' }
  | { readonly type: 'allow' }
  /** A link billed by session has nothing left to carry. */
  | { readonly type: 'flushed' }
  /** There is something to carry after all. */
  | { readonly type: 'work' }
  | { readonly type: 'drained' }

export type LinkEffect =
  | { readonly do: 'open' }
  | { readonly do: 'close' }
  | { readonly do: 'probeIn'; readonly ms: number }
  | { readonly do: 'retryIn'; readonly ms: number }
  | { readonly do: 'drainIn'; readonly ms: number }

export interface LinkLimits {
  readonly rules: LinkRules
  readonly kind: LinkKind
  /** Wait before the next try: jittered, so it is given. */
  readonly backoffMs: (attempt: number) => number
}

interface Step {
  readonly machine: LinkMachine
  readonly effects: readonly LinkEffect[]
}

export function newLink(now: number, forbidden: boolean): LinkMachine {
  const reason = forbidden ? 'forbidden' : 'starting'
  return {
    phase: { state: 'down', since: now, reason, nextTryAt: null },
    attempt: 0,
    answers: 0,
    upSince: null,
    triedAt: Number.NEGATIVE_INFINITY,
    flaps: [],
    wrongCard: false,
    forbidden,
  }
}

export function stepLink(machine: LinkMachine, event: LinkEvent, now: number, limits: LinkLimits): Step {
  switch (event.type) {
    case 'connect':
      return connect(machine, now)
    case 'welcomed':
      return answered(machine, now, limits, 'connecting')
    case 'probed':
      return answered(machine, now, limits, 'confirming')
    case 'missed':
      if (event.count >= limits.rules.missedAcks) return fall(machine, 'noAnswer', now, limits)
      return stay(degrade(machine, 'missedAck', now))
    case 'alive':
      return stay(machine.phase.state === 'degraded' ? recover(machine, now) : machine)
    case 'card':
      return stay(settleCard({ ...machine, wrongCard: event.wrong }, now))
    case 'failed':
      return fall(machine, event.reason, now, limits)
    case 'forbid':
      return forbid({ ...machine, forbidden: true }, now, limits)
    case 'allow':
      return machine.forbidden ? connect({ ...machine, forbidden: false }, now) : stay(machine)
    case 'flushed':
      return machine.phase.state === 'up' || machine.phase.state === 'degraded'
        ? drain(machine, 'flushed', now, limits.rules.session.quietMs)
        : stay(machine)
    case 'work':
      if (machine.phase.state === 'draining' && machine.phase.reason === 'flushed') return stay(recover(machine, now))
      return machine.phase.state === 'down' ? connect(machine, now) : stay(machine)
    case 'drained':
      return machine.phase.state === 'draining' ? rest(machine, machine.phase.reason, now, limits) : stay(machine)
  }
}

/** How long it has to last without a failure before it takes over from a link that works: 0 for one that never failed. */
export function holdMs({ flaps }: LinkMachine, rules: LinkRules): number {
  if (flaps.length === 0) return 0
  return Math.min(rules.longestHoldMs, rules.failbackMs * 2 ** Math.max(0, flaps.length - rules.flaps + 1))
}

function stay(machine: LinkMachine): Step {
  return { machine, effects: [] }
}

function connect(machine: LinkMachine, now: number): Step {
  if (machine.phase.state !== 'down' || machine.forbidden) return stay(machine)
  return {
    machine: {
      ...machine,
      phase: { state: 'probing', since: now, reason: 'connecting' },
      attempt: machine.attempt + 1,
      answers: 0,
      triedAt: now,
    },
    effects: [{ do: 'open' }],
  }
}

function answered(
  machine: LinkMachine,
  now: number,
  { rules, kind }: LinkLimits,
  during: 'connecting' | 'confirming',
): Step {
  if (machine.phase.state !== 'probing' || machine.phase.reason !== during) return stay(machine)
  const answers = machine.answers + 1
  if (answers >= rules.kinds[kind].probes) return stay(settleCard({ ...machine, answers, upSince: now }, now, true))
  return {
    machine: { ...machine, answers, phase: { ...machine.phase, reason: 'confirming' } },
    effects: [{ do: 'probeIn', ms: rules.probeGapMs }],
  }
}

function degrade(machine: LinkMachine, reason: 'missedAck' | 'wrongCard', now: number): LinkMachine {
  if (machine.phase.state !== 'up') return machine
  return { ...machine, phase: { state: 'degraded', since: now, reason } }
}

function recover(machine: LinkMachine, now: number): LinkMachine {
  return settleCard({ ...machine, phase: { state: 'up', since: now, reason: 'answering' } }, now)
}

/** Up, or degraded because its traffic leaves by another card. */
function settleCard(machine: LinkMachine, now: number, fresh = false): LinkMachine {
  const { phase, wrongCard } = machine
  const isUp = fresh || phase.state === 'up' || (phase.state === 'degraded' && phase.reason === 'wrongCard')
  if (!isUp) return machine
  if (wrongCard && phase.state === 'degraded') return machine
  if (!wrongCard && phase.state === 'up') return machine
  return wrongCard
    ? { ...machine, phase: { state: 'degraded', since: now, reason: 'wrongCard' } }
    : { ...machine, phase: { state: 'up', since: now, reason: 'answering' } }
}

function fall(machine: LinkMachine, reason: WaitReason, now: number, limits: LinkLimits): Step {
  if (machine.phase.state === 'down') return stay(machine)
  if (machine.phase.state === 'draining') return rest(machine, machine.phase.reason, now, limits)
  const wasUp = machine.upSince !== null
  const { rules } = limits
  const good = wasUp && now - machine.triedAt >= rules.goodConnectionMs
  const attempt = good ? 1 : Math.max(1, machine.attempt)
  const ms = limits.backoffMs(attempt)
  return {
    machine: {
      ...machine,
      phase: { state: 'down', since: now, reason, nextTryAt: now + ms },
      attempt: good ? 0 : attempt,
      upSince: null,
      wrongCard: false,
      flaps: wasUp ? [...machine.flaps.filter((at) => at > now - rules.flapsWithinMs), now] : machine.flaps,
    },
    effects: [{ do: 'close' }, { do: 'retryIn', ms }],
  }
}

function forbid(machine: LinkMachine, now: number, limits: LinkLimits): Step {
  const { state } = machine.phase
  if (state === 'up' || state === 'degraded') return drain(machine, 'forbidden', now, limits.rules.drainMs)
  return rest(machine, 'forbidden', now, limits)
}

function drain(machine: LinkMachine, reason: 'forbidden' | 'flushed', now: number, ms: number): Step {
  return { machine: { ...machine, phase: { state: 'draining', since: now, reason } }, effects: [{ do: 'drainIn', ms }] }
}

function rest(machine: LinkMachine, why: 'forbidden' | 'flushed', now: number, { rules }: LinkLimits): Step {
  const isOver = why === 'forbidden' || machine.forbidden
  const ms = rules.session.callInMs
  return {
    machine: {
      ...machine,
      phase: {
        state: 'down',
        since: now,
        reason: isOver ? 'forbidden' : 'standby',
        nextTryAt: isOver ? null : now + ms,
      },
      attempt: 0,
      upSince: null,
      wrongCard: false,
    },
    effects: isOver ? [{ do: 'close' }] : [{ do: 'close' }, { do: 'retryIn', ms }],
  }
}
