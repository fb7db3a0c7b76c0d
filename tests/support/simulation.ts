import { readLinkRules } from '../../electron/links/linkRules.ts'
import { createSyncEngine, type SyncEngine } from '../../electron/sync/engine.ts'
import type { LinkUseStore } from '../../electron/sync/ports.ts'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import { nodePrimitives, signerFromSeed } from '../../shared/node/primitives.ts'
import { parseEnrolCode } from '../../shared/protocol/enrolCode.ts'
import type { FrameCodec } from '../../shared/protocol/frameCodec.ts'
import { originOf } from '../../shared/protocol/identity.ts'
import type { ConsoleDisk } from './consoleDisk.ts'
import { createFakeLink, type FakeLink, type LinkQuality } from './fakeLink.ts'
import { linkOf } from './linkSettings.ts'
import { createMemoryStore, type MemoryStore } from './memorySyncStore.ts'
import { codec, createSimulatedHub, DIVISION, type SimulatedHub } from './simulatedHub.ts'
import { createWorld, seedOf, type World } from './world.ts'

export interface SimulatedConsole {
  readonly name: string
  readonly engine: SyncEngine
  readonly store: MemoryStore
  /** Its first link. */
  readonly link: FakeLink
  /** All its links, in order of preference. */
  readonly links: readonly FakeLink[]
  enrol(code: string): void
  /** The process dies; the disk stays. */
  kill(): ConsoleDisk
}

/** One link of a simulated console. */
export interface SimulatedLink {
  readonly settings: LinkSettings
  readonly quality?: LinkQuality
}

export interface Simulation {
  readonly world: World
  readonly hub: SimulatedHub
  console(
    name: string,
    options?: {
      disk?: ConsoleDisk
      division?: string
      quality?: LinkQuality
      key?: string
      /** Links in order of preference; one broadband link without it. */
      links?: readonly SimulatedLink[]
      uses?: LinkUseStore
      /** For its narrow links; JSON without it. */
      narrowCodec?: () => FrameCodec | null
    },
  ): SimulatedConsole
}

export function createSimulation(seed: number): Simulation {
  const world = createWorld(seed)
  const hub = createSimulatedHub(world)
  return {
    world,
    hub,
    console(name, { disk, division = DIVISION, quality, key = name, links: wanted, uses, narrowCodec } = {}) {
      const signer = signerFromSeed(seedOf(key))
      const origin = originOf(signer.publicKey, 'township', nodePrimitives)
      const store = createMemoryStore({
        origin,
        division,
        random: world.random,
        now: world.clock.now,
        ...(disk && { disk }),
      })
      const plans: readonly SimulatedLink[] = wanted ?? [{ settings: linkOf(), ...(quality && { quality }) }]
      const links = plans.map((plan) => ({
        settings: plan.settings,
        fake: createFakeLink(world, hub.door, plan.quality),
      }))
      const [link] = links.map(({ fake }) => fake)
      if (!link) throw new Error('a console has a link')
      const engine = createSyncEngine({
        links: links.map(({ settings, fake }) => ({ settings, bearer: fake.bearer })),
        rules: readLinkRules(),
        ...(uses && { uses }),
        ...(narrowCodec && { narrowCodec }),
        store,
        signer,
        primitives: nodePrimitives,
        codec,
        clock: world.clock,
        random: world.random,
        log: world.log,
      })
      return {
        name,
        engine,
        store,
        link,
        links: links.map(({ fake }) => fake),
        enrol(code) {
          const parsed = parseEnrolCode(code, nodePrimitives)
          if (!parsed) throw new Error('not a code')
          void engine.enroll({ ...parsed, township: { division, name: '青山镇' }, consoleName: name, letter: 'A' })
        },
        kill() {
          engine.stop()
          return store.disk
        },
      }
    },
  }
}

/** A console that is enrolled and online. */
export function join(
  simulation: Simulation,
  name: string,
  options: Parameters<Simulation['console']>[1] = {},
): SimulatedConsole {
  const one = simulation.console(name, options)
  one.engine.start()
  one.enrol(simulation.hub.enrolCode())
  simulation.world.runUntil(() => one.engine.state().state === 'online')
  return one
}

/** Online with the hub of now, and everything of its own confirmed. */
function isInStep({ engine, store }: SimulatedConsole, { hub }: Simulation): boolean {
  return (
    engine.state().state === 'online' &&
    store.hubPin()?.hubEpoch === hub.store().hubEpoch() &&
    hub.core().connected().includes(store.origin) &&
    store.ownChains().every(({ acked, closedAt, head }) => acked >= (closedAt ?? head.seq))
  )
}

/** Lets time pass until these consoles are in step with the hub and hold everything it holds. */
export function settle(simulation: Simulation, consoles: readonly SimulatedConsole[]): void {
  const { world, hub } = simulation
  // What was just written or cut is noticed first.
  world.advance(1)
  world.runUntil(() => {
    if (!consoles.every((one) => isInStep(one, simulation))) return false
    const count = hub.count()
    if (consoles.some(({ store }) => store.disk.events.length < count)) return false
    const held = hub.hashes()
    return consoles.every(({ store }) => held.every((hash) => store.holds(hash)))
  })
}
