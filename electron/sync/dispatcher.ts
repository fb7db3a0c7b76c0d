import { LANES, type Lane } from '../../shared/protocol/lanes.ts'
import type { Cancel, Clock } from '../../shared/protocol/ports.ts'
import type { LinkRunner } from '../links/linkRunner.ts'
import { NO_ROUTES, nextTakeover, type Routes, routeLanes } from '../links/route.ts'
import type { ChainName, SyncStore } from './ports.ts'

/** Decides which link carries what, both ways, and lends urgent records a second link when the first does not answer. */
export interface Dispatcher {
  /** Something about a link changed: chooses again, tells the hub, sends what may leave now. */
  arrange(): void
  /** The same when time or a budget may have changed the choice; cheap when they did not. */
  review(): void
  routes(): Routes
  /** Last number of a chain that may leave by a link. */
  reach(link: string, chain: ChainName): number
  /** Lanes the hub may bring down a link that is just being opened, as a set of bits. */
  lanesAtHello(link: string): number
  /** An urgent frame is not confirmed in time on a link: the next one takes it too, at once. */
  overdue(link: string, chain: ChainName, last: number): void
  /** Urgent records wait that no open link takes: links that rest have to be opened. */
  callForHelp(soon: boolean): void
  stop(): void
}

interface DispatcherPorts {
  /** In order of preference. */
  readonly runners: readonly LinkRunner[]
  readonly store: SyncStore
  readonly clock: Clock
}

export function createDispatcher({ runners, store, clock }: DispatcherPorts): Dispatcher {
  let routes: Routes = NO_ROUTES
  /** Up to which number a link repeats a chain that another one carries, by link and chain. */
  const lent = new Map<string, number>()
  /** Lanes the hub was last told of, by link. */
  const told = new Map<string, number>()
  let cancelTakeover: Cancel | null = null
  let arranging = false
  let again = false

  const idOf = (runner: LinkRunner): string => runner.link.settings.id
  const isOpen = (runner: LinkRunner): boolean =>
    runner.session() !== null && runner.machine().phase.state !== 'draining'
  const lanesOf = (link: string): number =>
    LANES.reduce<number>((set, lane) => (routes[lane] === link ? set | (1 << lane) : set), 0)

  function arrange(): void {
    // Telling the hub may fail a link, which asks for another choice in the middle of this one: made right after it.
    if (arranging) {
      again = true
      return
    }
    arranging = true
    do {
      again = false
      choose()
    } while (again)
    arranging = false
    for (const runner of runners) runner.session()?.notify()
  }

  function choose(): void {
    const now = clock.monotonic()
    const inputs = runners.map((runner) => runner.routeInput())
    routes = routeLanes(inputs, routes, now)
    for (const runner of runners) {
      const session = runner.session()
      if (!session) continue
      const lanes = lanesOf(idOf(runner))
      if (told.get(idOf(runner)) === lanes) continue
      told.set(idOf(runner), lanes)
      session.carry(lanes)
    }
    cancelTakeover?.()
    const next = nextTakeover(inputs, routes, now)
    cancelTakeover = next === null ? null : clock.after(next - now, arrange)
  }

  /** Links after this one that may carry a lane, the preferred first; whoever is open before who has to be opened. */
  function helpersOf(link: string, lane: Lane): LinkRunner[] {
    const able = runners.filter(
      (runner) => idOf(runner) !== link && !runner.machine().forbidden && runner.routeInput().mayCarry(lane),
    )
    return able.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  }

  return {
    arrange,
    review() {
      const inputs = runners.map((runner) => runner.routeInput())
      const next = routeLanes(inputs, routes, clock.monotonic())
      if (next.some((link, lane) => link !== routes[lane])) arrange()
    },
    routes: () => routes,
    lanesAtHello(link) {
      const self = runners.find((runner) => idOf(runner) === link)
      const better = runners.slice(
        0,
        runners.findIndex((runner) => idOf(runner) === link),
      )
      // A better one on its way will carry the feed: what is brought twice is paid for twice.
      const lanes = better.some((runner) => runner.isConnecting())
        ? 0
        : LANES.filter((lane) => routes[lane] === null && self?.routeInput().mayCarry(lane)).reduce<number>(
            (set, lane) => set | (1 << lane),
            0,
          )
      told.set(link, lanes)
      return lanes
    },
    reach(link, chain) {
      // Asked frame by frame: a budget may end in the middle of a catch-up.
      const mayCarry = runners
        .find((runner) => idOf(runner) === link)
        ?.routeInput()
        .mayCarry(chain.lane)
      if (!mayCarry) return 0
      return routes[chain.lane] === link ? Number.POSITIVE_INFINITY : (lent.get(keyOf(link, chain)) ?? 0)
    },
    overdue(link, chain, last) {
      for (const helper of helpersOf(link, chain.lane)) {
        const key = keyOf(idOf(helper), chain)
        const already = routes[chain.lane] === idOf(helper) || (lent.get(key) ?? 0) >= last
        if (already && isOpen(helper)) continue
        lent.set(key, Math.max(last, lent.get(key) ?? 0))
        helper.rouse()
        helper.session()?.notify()
        return
      }
    },
    callForHelp(soon) {
      const waits = (lane: Lane): boolean =>
        store.ownChains().some((chain) => chain.lane === lane && (chain.closedAt ?? chain.head.seq) > chain.acked)
      const lane = ([0, 1] as const).find((one) => routes[one] === null && waits(one))
      if (lane === undefined) return
      for (const runner of helpersOf('', lane)) if (soon || runner.machine().phase.reason === 'standby') runner.rouse()
    },
    stop() {
      cancelTakeover?.()
      routes = NO_ROUTES
      lent.clear()
    },
  }
}

function keyOf(link: string, { epoch, lane }: ChainName): string {
  return `${link} ${lane} ${epoch}`
}
