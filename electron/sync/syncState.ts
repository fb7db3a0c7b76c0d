import { LANES } from '../../shared/protocol/lanes.ts'
import type { Log } from '../../shared/protocol/ports.ts'
import type { Pending, SyncStore, WaitReason } from './ports.ts'

interface Common {
  /** When this state began, ms since 1970. */
  readonly since: number
  readonly pending: Pending
  /** How many of them the hub had confirmed before and lost (待重新送达). */
  readonly redeliver: number
}

/**
 * How this console stands with its hub.
 *
 *   off ──start──▶ connecting ──welcome──▶ online
 *                    ▲    │                  │
 *                    │    └──failed──▶ waiting ◀──lost──┘
 *                    └────nextTryAt──────┘
 */
export type SyncState =
  | (Common & { readonly state: 'off'; readonly reason: 'notEnrolled' | 'stopped' })
  | (Common & {
      readonly state: 'connecting'
      readonly reason: 'starting' | 'retrying' | 'enrolling'
      readonly attempt: number
    })
  | (Common & {
      readonly state: 'online'
      readonly reason: 'sending' | 'receiving' | 'idle'
      readonly hubId: string
      readonly roundTripMs: number | null
      readonly clockOffsetMs: number
    })
  | (Common & {
      readonly state: 'waiting'
      readonly reason: WaitReason
      readonly nextTryAt: number
      readonly attempt: number
    })

type WithoutCommon<S> = S extends SyncState ? Omit<S, keyof Common> : never
/** A state without what the tracker adds. */
export type SyncPhase = WithoutCommon<SyncState>

export interface StateTracker {
  now(): SyncState
  enter(phase: SyncPhase): void
  /** The numbers may have changed. */
  refresh(): void
  /** A link changed: told also where the whole stands as it stood. */
  tellLinks(): void
  subscribe(listener: (state: SyncState) => void): () => void
}

export function createStateTracker(store: SyncStore, now: () => number, log: Log): StateTracker {
  const listeners = new Set<(state: SyncState) => void>()
  let current: SyncState = { state: 'off', reason: 'stopped', since: now(), ...countPending(store) }

  function set(next: SyncState): void {
    if (sameState(current, next)) return
    if (next.state !== current.state) log.info('sync.state', { state: next.state, reason: next.reason })
    current = next
    tell()
  }

  function tell(): void {
    for (const listener of listeners) listener(current)
  }

  return {
    now: () => current,
    enter(phase) {
      const since = phase.state === current.state ? current.since : now()
      set({ ...phase, since, ...countPending(store) })
    },
    refresh: () => set({ ...current, ...countPending(store) }),
    tellLinks: tell,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Records that wait to leave, also before there is a hub to send them to. */
export function countPending(store: Pick<SyncStore, 'ownChains'>): {
  readonly pending: Pending
  readonly redeliver: number
} {
  const pending: [number, number, number] = [0, 0, 0]
  let redeliver = 0
  for (const { lane, head, acked, ackedOnce, closedAt } of store.ownChains()) {
    pending[lane] += Math.max(0, (closedAt ?? head.seq) - acked)
    redeliver += Math.max(0, ackedOnce - acked)
  }
  return { pending, redeliver }
}

function sameState(a: SyncState, b: SyncState): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** All records waiting to leave. */
export function totalPending(pending: Pending): number {
  return LANES.reduce<number>((sum, lane) => sum + pending[lane], 0)
}
