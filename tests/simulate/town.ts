import { createSimulatedHub, HubKilled, type SimulatedHub } from '../support/simulatedHub.ts'
import { createWorld, type World } from '../support/world.ts'
import { createDisks, type Disks } from './disk.ts'
import type { Ground } from './ground.ts'
import { judge, noVerdict, type Place, type Verdict } from './judge.ts'
import { createMachine, type Machine } from './machine.ts'
import { createModel, type Model } from './model.ts'
import { ConsoleKilled } from './mortalStore.ts'
import { createPeople, type People } from './people.ts'
import { type Fault, type FaultCounts, noFaults, type WrongPorts } from './ports.ts'
import { countActs, readRaw } from './rawEvents.ts'
import { cheapSignerOf, simulationPrimitives } from './signing.ts'
import { createWeather, type Weather } from './weather.ts'

/** A township with its consoles, its county's hub, and everybody around them. */
export interface Town {
  readonly world: World
  readonly hub: SimulatedHub
  readonly disks: Disks
  readonly model: Model
  readonly people: People
  readonly weather: Weather
  readonly faults: FaultCounts
  readonly verdict: Verdict
  readonly machines: readonly Machine[]
  count(fault: Fault): void
  /** A new computer; it is switched on at once. */
  add(name: string, folder: string): Machine
  remove(machine: Machine): void
  /** People act at consoles that are up, while things go wrong so often (0 to 1). */
  live(acts: number, trouble: number): void
  order(): void
  /** Everything is mended; waits until all are in step. False when that does not come. */
  settle(machines?: readonly Machine[]): boolean
  judgeAll(): void
  dispose(): void
}

const GIVEN_UP_MS = 4 * 3_600_000
const LOOK_EVERY_MS = 2_000
/** The codec has tests of its own; every third world speaks it, with all that goes wrong around it. */
const SEEDS_A_NARROW_ONE = 3
/** An administrator looks after a console that the hub refuses. */
const NEEDS_ADMINISTRATOR: readonly string[] = ['wrongHub', 'hubKeyChanged', 'unknownDevice', 'badSignature']

export function createTown(seed: number, wrong: WrongPorts, ground: Ground): Town {
  const world = createWorld(seed, (error) => error instanceof ConsoleKilled || error instanceof HubKilled)
  const disks = createDisks(ground.template)
  const faults = noFaults()
  const count = (fault: Fault): void => {
    faults[fault] += 1
  }
  const hub = createSimulatedHub(world, {
    wrap: wrong.hubStore,
    primitives: simulationPrimitives,
    signerOf: cheapSignerOf,
    narrowCodec: ground.narrow.of,
  })
  const model = createModel()
  const people = createPeople(model, world.random)
  const verdict = noVerdict()
  let machines: Machine[] = []
  let orders = 0
  let confirmed: readonly { readonly name: string; readonly hash: string }[] = []

  /** What consoles show as 已送达县, last number of each chain. */
  function readConfirmed(): typeof confirmed {
    return machines
      .filter((machine) => machine.isUp())
      .flatMap((machine) =>
        machine
          .sync()
          .ownChains()
          .flatMap((chain) => {
            const hash = chain.acked > 0 && chain.closedAt === null ? machine.sync().hashAt(chain, chain.acked) : null
            return hash ? [{ name: machine.name, hash }] : []
          }),
      )
  }

  const isAtHub = (hash: string): boolean =>
    hub.db().prepare('SELECT 1 FROM event WHERE hash = ?').get(Buffer.from(hash, 'hex')) !== undefined

  const weather = createWeather({
    world,
    hub,
    onFault: count,
    beforeHubDies() {
      confirmed = readConfirmed().filter(({ hash }) => isAtHub(hash))
    },
    onHubDied() {
      for (const { name, hash } of confirmed) {
        if (isAtHub(hash)) continue
        verdict.lost += 1
        verdict.findings.push(
          `lost: ${hash.slice(0, 8)} was shown at ${name} as held by the county, whose disk does not have it`,
        )
      }
      confirmed = []
    },
  })

  function add(name: string, folder: string): Machine {
    const machine = createMachine({
      name,
      world,
      door: hub.door,
      disks,
      folder,
      ground,
      isNarrowSpoken: seed % SEEDS_A_NARROW_ONE === 0,
      wrong,
      onFault: count,
      onDeath: (dead) =>
        void world.clock.after(world.random.between(500, 120_000), () => machines.includes(dead) && dead.boot()),
    })
    machines = [...machines, machine]
    machine.boot()
    return machine
  }

  function isInStep(machine: Machine): boolean {
    if (!machine.isUp() || !weather.hubIsUp()) return false
    const sync = machine.sync()
    const isOnline =
      machine.engine().state().state === 'online' &&
      sync.hubPin()?.hubEpoch === hub.store().hubEpoch() &&
      hub.core().connected().includes(sync.origin)
    return (
      isOnline &&
      sync.ownChains().every(({ acked, closedAt, head }) => acked >= (closedAt ?? head.seq)) &&
      // What the hub holds of its key beyond that is still being fetched.
      hub
        .store()
        .chainsOf(sync.origin)
        .every((chain) => sync.holdsOwn(chain, chain.seq, chain.hash ?? '')) &&
      ([0, 1, 2] as const).every((lane) => sync.downCursor(lane).feedSeq === hub.store().feedHead(sync.origin, lane))
    )
  }

  function administer(all: readonly Machine[]): void {
    for (const machine of all) {
      if (!machine.isUp() || !weather.hubIsUp()) continue
      const state = machine.engine().state()
      const isRefused = state.state === 'waiting' && NEEDS_ADMINISTRATOR.includes(state.reason)
      const isNew = state.state === 'off' && state.reason === 'notEnrolled'
      if (isRefused || isNew) machine.enrol(hub.enrolCode())
    }
  }

  const town: Town = {
    world,
    hub,
    disks,
    model,
    people,
    weather,
    faults,
    verdict,
    get machines() {
      return machines
    },
    count,
    add,
    remove(machine) {
      machines = machines.filter((one) => one !== machine)
      machine.retire()
    },
    live(acts, trouble) {
      for (let done = 0; done < acts; ) {
        world.advance(world.random.chance(0.1) ? world.random.between(10_000, 120_000) : world.random.between(0, 3_000))
        if (world.random.chance(trouble)) weather.strike(machines)
        const up = machines.filter((machine) => machine.isUp())
        const machine = up[world.random.between(0, up.length - 1)]
        if (!machine) continue
        people.act(machine)
        done += 1
        if (world.random.chance(0.03)) town.order()
      }
    },
    order() {
      if (!weather.hubIsUp()) return
      orders += 1
      const id = `act-order-${orders}`
      const none = { by: 'the county', slot: null, seen: new Set<string>(), board: null }
      try {
        const entity = `order:${hub.order(id)}`
        model.record({ ...none, id, entity, fate: 'durable' })
      } catch (error) {
        if (!(error instanceof HubKilled)) throw error
        model.record({ ...none, id, entity: '', fate: 'open' })
      }
    },
    settle(all = machines) {
      weather.clear(all)
      world.advance(1)
      for (let waited = 0; waited < GIVEN_UP_MS; waited += LOOK_EVERY_MS) {
        if (all.every(isInStep)) return true
        administer(all)
        world.advance(LOOK_EVERY_MS)
      }
      verdict.diverged += 1
      const states = all.map((one) => `${one.name} ${one.isUp() ? JSON.stringify(one.engine().state()) : 'down'}`)
      verdict.findings.push(`diverged: not in step after ${GIVEN_UP_MS} ms: ${states.join('; ')}`)
      return false
    },
    judgeAll() {
      const place = ({ name, store }: Machine): Place => ({ name, db: store().db })
      const { lost, duplicated, diverged, findings } = judge(
        model,
        { name: 'hub', db: hub.db() },
        machines.filter((one) => one.isUp()).map(place),
      )
      verdict.lost += lost
      verdict.duplicated += duplicated
      verdict.diverged += diverged
      verdict.findings.push(...findings)
    },
    dispose() {
      for (const machine of machines) machine.retire()
      disks.dispose()
    },
  }
  return town
}

/** Acts held in a database: on a backup, or at the hub. */
export function actsIn(db: Place['db']): ReadonlySet<string> {
  return new Set(countActs(readRaw(db)).keys())
}
