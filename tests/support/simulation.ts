import Database from 'better-sqlite3'
import { readLinkRules } from '../../electron/links/linkRules.ts'
import { createSyncEngine, type SyncEngine } from '../../electron/sync/engine.ts'
import type { LinkUseStore } from '../../electron/sync/ports.ts'
import { orderIssued } from '../../hub/core/countyActs.ts'
import { issueEnrolCode } from '../../hub/core/enrolment.ts'
import { createHubCore, type HubCore } from '../../hub/core/hubCore.ts'
import type { HubStore } from '../../hub/core/ports.ts'
import { createHubStore } from '../../hub/store/hubStore.ts'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import { openDatabase, type WritableDb } from '../../shared/node/openDatabase.ts'
import { nodePrimitives, signerFromSeed } from '../../shared/node/primitives.ts'
import { parseEnrolCode } from '../../shared/protocol/enrolCode.ts'
import { createJsonCodec, type FrameCodec } from '../../shared/protocol/frameCodec.ts'
import { originOf } from '../../shared/protocol/identity.ts'
import { createFakeLink, type FakeLink, type LinkQuality } from './fakeLink.ts'
import { linkOf } from './linkSettings.ts'
import { type ConsoleDisk, createMemoryStore, type MemoryStore } from './memorySyncStore.ts'
import { createWorld, seedOf, type World } from './world.ts'

export const DIVISION = '360123101'
export const codec = createJsonCodec(nodePrimitives)

export interface SimulatedHub {
  core(): HubCore
  store(): HubStore
  db(): WritableDb
  /** How many events it accepted. */
  count(): number
  /** Hashes of all accepted events, sorted. */
  hashes(): readonly string[]
  enrolCode(division?: string): string
  backup(): Buffer
  /** Puts a backup back: a new life of the hub. */
  restore(backup: Buffer): void
  /** The same without anybody noticing: the hub believes that it lives on. */
  restoreUnnoticed(backup: Buffer): void
  /** The county orders something. */
  order(title: string): void
  /** The process dies and starts again: memory is gone, the database stays. */
  restart(): void
  /** The process dies after the commit, before a word is sent. */
  dieBeforeReplies(): void
  /** Every transaction fails while it is broken. */
  breakDisk(broken: boolean): void
  failures(): readonly unknown[]
}

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

function createSimulatedHub(world: World): SimulatedHub & { door(): HubCore | null } {
  const signer = signerFromSeed(seedOf('hub'))
  const failures: unknown[] = []
  let db = openDatabase(':memory:')
  let store = createHubStore(db, world.random)
  let dying = false
  let isBroken = false
  let core: HubCore | null = makeCore()

  function makeCore(): HubCore {
    return createHubCore({
      store: mortal(store),
      primitives: nodePrimitives,
      codec,
      signer,
      clock: world.clock,
      random: world.random,
      log: world.log,
      onFailure: (error) => void failures.push(error),
    })
  }

  /** A store whose process may die right after a commit. */
  function mortal(real: HubStore): HubStore {
    return {
      ...real,
      transaction(work) {
        if (isBroken) throw new Error('disk I/O error')
        const result = real.transaction(work)
        if (dying) {
          dying = false
          throw new Error('the hub was killed after its commit')
        }
        return result
      },
    }
  }

  const live = (): HubCore => {
    if (!core) throw new Error('the hub is down')
    return core
  }

  return {
    door: () => core,
    core: live,
    store: () => store,
    db: () => db,
    count: () => db.prepare<[], { count: number }>('SELECT count(*) AS count FROM event').get()?.count ?? 0,
    hashes: () =>
      db
        .prepare<[], { hash: Uint8Array }>('SELECT hash FROM event')
        .all()
        .map(({ hash }) => Buffer.from(hash).toString('hex'))
        .sort(),
    enrolCode: (division = DIVISION) =>
      issueEnrolCode({ store, primitives: nodePrimitives, random: world.random, clock: world.clock }, live().hubId, {
        division,
        name: '青山镇',
      }).code,
    backup: () => db.serialize(),
    restore(backup) {
      core?.close()
      db = openSerialized(backup)
      store = createHubStore(db, world.random)
      core = makeCore()
      core.restart()
    },
    restoreUnnoticed(backup) {
      core?.close()
      db = openSerialized(backup)
      store = createHubStore(db, world.random)
      core = makeCore()
    },
    order(title) {
      const id = Buffer.from(world.random.bytes(10)).toString('hex')
      const order = {
        id,
        no: '0714-县01',
        title,
        text: '',
        urgency: 'life-safety' as const,
        replyBy: null,
        scope: DIVISION,
      }
      live().act([orderIssued(order, '王主任')])
    },
    restart() {
      dying = false
      core?.close()
      core = makeCore()
    },
    dieBeforeReplies() {
      dying = true
    },
    breakDisk(broken) {
      isBroken = broken
    },
    failures: () => failures,
  }
}

function openSerialized(backup: Buffer): WritableDb {
  const db = new Database(backup) as WritableDb
  db.pragma('foreign_keys = ON')
  return db
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
