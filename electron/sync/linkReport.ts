import type { LinkMode } from '../../shared/ipc/links.ts'
import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { Clock } from '../../shared/protocol/ports.ts'
import type { ConfirmedBytes } from '../links/cardProof.ts'
import type { LinkPhase } from '../links/linkMachine.ts'
import type { LinkRunner } from '../links/linkRunner.ts'
import type { Routes } from '../links/route.ts'
import type { LinkUse } from './ports.ts'

/** How one link stands. Times are ms since 1970. */
export interface LinkReport {
  readonly id: string
  readonly state: LinkPhase['state']
  readonly reason: LinkPhase['reason']
  readonly since: number
  /** When it is tried next; null when it is not waiting for that. */
  readonly nextTryAt: number | null
  readonly mode: LinkMode
  /** Lanes it carries now. */
  readonly carries: readonly Lane[]
  readonly roundTripMs: number | null
  readonly use: LinkUse
  /** Mean size of an event in its frame, bytes; null before the first. */
  readonly bytesPerEvent: number | null
  /** See LinkRunner. */
  readonly confirmed: ConfirmedBytes | null
  /** Lanes that may use it now, by its floor and what is left of its budget. */
  readonly allowed: readonly Lane[]
}

export function reportLink(runner: LinkRunner, routes: Routes, clock: Clock): LinkReport {
  const { phase } = runner.machine()
  const { id } = runner.link.settings
  const wall = (monotonic: number): number => Math.round(clock.now() + monotonic - clock.monotonic())
  const nextTryAt = phase.state === 'down' && phase.nextTryAt !== null ? wall(phase.nextTryAt) : null
  const roundTripMs = runner.session()?.roundTripMs() ?? null
  const { mayCarry } = runner.routeInput()
  return {
    id,
    state: phase.state,
    reason: phase.reason,
    since: wall(phase.since),
    nextTryAt,
    mode: runner.mode(),
    carries: LANES.filter((lane) => routes[lane] === id),
    roundTripMs: roundTripMs === null ? null : Math.round(roundTripMs),
    bytesPerEvent: runner.session()?.bytesPerEvent() ?? null,
    confirmed: runner.confirmedBytes(),
    use: runner.budget.today(),
    allowed: LANES.filter(mayCarry),
  }
}
