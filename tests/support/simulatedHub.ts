import Database from 'better-sqlite3'
import { orderIssued } from '../../hub/core/countyActs.ts'
import { issueEnrolCode } from '../../hub/core/enrolment.ts'
import { createHubCore, type HubCore } from '../../hub/core/hubCore.ts'
import type { HubLink, HubStore } from '../../hub/core/ports.ts'
import { createHubStore } from '../../hub/store/hubStore.ts'
import { openDatabase, type WritableDb } from '../../shared/node/openDatabase.ts'
import { nodePrimitives, signerFromSeed } from '../../shared/node/primitives.ts'
import { createJsonCodec, type FrameCodec } from '../../shared/protocol/frameCodec.ts'
import type { Clock } from '../../shared/protocol/ports.ts'
import type { Primitives, Signer } from '../../shared/protocol/primitives.ts'
import type { HubDoor } from './fakeLink.ts'
import { createLife, type Life, seedOf, type World } from './world.ts'

export const DIVISION = '360123101'
export const codec = createJsonCodec(nodePrimitives)

/** The hub's process died. */
export class HubKilled extends Error {}

export interface SimulatedHub {
  readonly door: HubDoor
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
  /** Another hub in its place: another key, an empty database. */
  replace(): void
  /** The county orders something. @returns the order's id */
  order(title: string): string
  /** The process ends in good order and starts again: memory is gone, the database stays. */
  restart(): void
  /** The process dies: what was not committed is gone, every connection breaks. */
  kill(): void
  start(): void
  /** The process dies in the next transaction, or after its commit and before a word is sent. */
  killAt(moment: 'beforeCommit' | 'afterCommit', onKilled: () => void): void
  /** The store fails after the commit, before a word is sent. */
  dieBeforeReplies(): void
  /** Every transaction fails while it is broken. */
  breakDisk(broken: boolean): void
  failures(): readonly unknown[]
}

/** What a deliberately wrong port is given. */
export type WrapHubStore = (store: HubStore, db: WritableDb, clock: Clock, hubId: () => string) => HubStore

export interface SimulatedHubOptions {
  readonly wrap?: WrapHubStore | undefined
  readonly primitives?: Primitives
  readonly signerOf?: (name: string) => Signer
  readonly narrowCodec?: (codebook: number) => FrameCodec | null
}

export function createSimulatedHub(
  world: World,
  {
    wrap = (store) => store,
    primitives = nodePrimitives,
    signerOf = (name) => signerFromSeed(seedOf(name)),
    narrowCodec = () => null,
  }: SimulatedHubOptions = {},
): SimulatedHub {
  const failures: unknown[] = []
  let number = 1
  let signer = signerOf('hub')
  let db = openDatabase(':memory:')
  let life: Life = createLife(world.clock)
  let store = openStore()
  let dying = false
  let isBroken = false
  let plan: { readonly moment: 'beforeCommit' | 'afterCommit'; readonly onKilled: () => void } | null = null
  let links = new Set<HubLink>()
  let core: HubCore | null = makeCore()

  function openStore(): HubStore {
    return wrap(createHubStore(db, world.random), db, life.clock, () => core?.hubId ?? '')
  }

  function makeCore(): HubCore {
    return createHubCore({
      store: mortal(store),
      primitives,
      codec,
      narrowCodec,
      signer,
      clock: life.clock,
      random: world.random,
      log: world.log,
      onFailure: (error) => void failures.push(error),
    })
  }

  /** A store whose process may die around a commit. */
  function mortal(real: HubStore): HubStore {
    return {
      ...real,
      transaction(work) {
        if (isBroken) throw new Error('disk I/O error')
        const due = plan
        const result = real.transaction(() => {
          const done = work()
          if (due?.moment === 'beforeCommit') throw fall(due)
          return done
        })
        if (due?.moment === 'afterCommit') throw fall(due)
        if (dying) {
          dying = false
          throw new Error('the hub was killed after its commit')
        }
        return result
      },
    }
  }

  function fall({ onKilled }: NonNullable<typeof plan>): HubKilled {
    plan = null
    end()
    world.clock.defer(() => {
      sweep()
      onKilled()
    })
    return new HubKilled()
  }

  /** The process is gone: nothing of it runs or is heard any more. */
  function end(): void {
    life.end()
    plan = null
    core = null
    for (const link of links) link.close()
    links = new Set()
  }

  /** What SQLite finds when it opens the file again. */
  function sweep(): void {
    if (db.inTransaction) db.exec('ROLLBACK')
  }

  function start(): void {
    life = createLife(world.clock)
    store = openStore()
    core = makeCore()
  }

  function putBack(backup: Buffer): void {
    core?.close()
    end()
    db = openSerialized(backup)
    start()
  }

  const live = (): HubCore => {
    if (!core) throw new Error('the hub is down')
    return core
  }

  const door: HubDoor = () => {
    const current = core
    const { isAlive } = life
    return (
      current && {
        accept(link, hello) {
          links.add(link)
          const mine: HubLink = { ...link, send: (frame) => isAlive() && link.send(frame) }
          const connection = current.accept(mine, hello)
          return {
            receive: (frame) => isAlive() && connection.receive(frame),
            closed() {
              links.delete(link)
              if (isAlive()) connection.closed()
            },
          }
        },
      }
    )
  }

  return {
    door,
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
      issueEnrolCode({ store, primitives, random: world.random, clock: world.clock }, live().hubId, {
        division,
        name: '青山镇',
      }).code,
    backup: () => db.serialize(),
    restore(backup) {
      putBack(backup)
      live().restart()
    },
    restoreUnnoticed: putBack,
    replace() {
      end()
      number += 1
      signer = signerOf(`hub ${number}`)
      db = openDatabase(':memory:')
      start()
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
      return id
    },
    restart() {
      dying = false
      core?.close()
      end()
      start()
    },
    kill() {
      end()
      sweep()
    },
    start,
    killAt(moment, onKilled) {
      plan = { moment, onKilled }
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
  const statements = new Map<string, Database.Statement>()
  const compile = db.prepare.bind(db)
  // As openDatabase() does: compiling every statement anew takes longer than running it.
  const prepare = (sql: string): Database.Statement => {
    const statement = statements.get(sql) ?? compile(sql)
    statements.set(sql, statement)
    return statement
  }
  return Object.assign(db, { prepare })
}
