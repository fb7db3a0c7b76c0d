import { openStore, type Store } from '../../electron/store/store.ts'
import { createSyncStore } from '../../electron/store/syncStore.ts'
import { createSyncEngine, type SyncEngine } from '../../electron/sync/engine.ts'
import type { SyncStore } from '../../electron/sync/ports.ts'
import type { LinkMode, LinkSettings } from '../../shared/ipc/links.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { parseEnrolCode } from '../../shared/protocol/enrolCode.ts'
import { createFakeLink, type FakeLink, type HubDoor } from '../support/fakeLink.ts'
import { linkOf } from '../support/linkSettings.ts'
import { codec, DIVISION } from '../support/simulatedHub.ts'
import { createLife, type Life, type World } from '../support/world.ts'
import type { Disks } from './disk.ts'
import type { Ground } from './ground.ts'
import { ConsoleKilled, type Mortality, mortalStore } from './mortalStore.ts'
import type { Fault, WrongPorts } from './ports.ts'
import { cheapSigner, simulationPrimitives } from './signing.ts'

/** A console's computer: its disk, its clock, its link, and the product's own store and engine while it is up. */
export interface Machine {
  readonly name: string
  /** Broadband, and a satellite that takes urgent records only. */
  readonly links: readonly FakeLink[]
  isUp(): boolean
  /** @throws when it is down. */
  store(): Store
  sync(): SyncStore
  engine(): SyncEngine
  folder(): string
  boot(): void
  /** The process dies. Quietly: with the power, so that nobody is told. */
  kill(quietly: boolean): void
  /** The process dies at its next write but so many. */
  killAtWrite(after: number, moment: Mortality['moment'], quietly: boolean): void
  setClock(offsetMs: number): void
  /** A person lets it use the broadband, or not. */
  allowBroadband(allowed: boolean): void
  cutOff(): void
  reconnect(): void
  /** Another disk is put in while it is down. */
  putIn(folder: string): void
  enrol(code: string): void
  /** Ends for good. */
  retire(): void
}

export interface MachineOptions {
  readonly name: string
  readonly world: World
  readonly door: HubDoor
  readonly disks: Disks
  readonly folder: string
  readonly ground: Ground
  /** Whether its satellite speaks the codebook, or JSON: the first takes longer to run. */
  readonly isNarrowSpoken: boolean
  readonly wrong: WrongPorts
  readonly onFault: (fault: Fault) => void
  /** Told once the process is gone, in a turn of its own. */
  readonly onDeath: (machine: Machine) => void
}

const SATELLITE: LinkSettings = linkOf({ id: 'satellite', kind: 'satellite', bitRate: 64_000, laneFloor: 1 })
const SETTINGS: readonly LinkSettings[] = [linkOf(), SATELLITE]

interface Running {
  readonly life: Life
  readonly real: Store
  readonly store: Store
  readonly sync: SyncStore
  readonly engine: SyncEngine
}

export function createMachine({
  name,
  world,
  door,
  disks,
  folder,
  ground,
  isNarrowSpoken,
  wrong,
  onFault,
  onDeath,
}: MachineOptions): Machine {
  const links = SETTINGS.map(() => createFakeLink(world, door, undefined, onFault))
  let mode: LinkMode = 'auto'
  let disk = folder
  let offset = 0
  let running: Running | null = null
  let plan: Mortality | null = null

  function die(quietly: boolean): void {
    const dead = running
    if (!dead) return
    running = null
    plan = null
    dead.life.end()
    for (const link of links) link.die(quietly)
    const left = disks.copy(disk)
    const old = disk
    disk = left
    // Whatever is on the stack of the dying process unwinds first.
    world.clock.defer(() => {
      dead.real.close()
      disks.remove(old)
      onDeath(machine)
    })
  }

  function boot(): void {
    if (running) return
    const life = createLife(world.clock, () => offset)
    wrong.beforeOpen?.(disk)
    const real = openStore({ folder: disk, now: life.clock.now, random: world.random, defer: life.clock.defer })
    if (real.scope === '') real.setScope(DIVISION)
    const mortal = mortalStore(real, life, {
      plan: () => plan,
      die(quietly) {
        onFault('consoleKilledAtWrite')
        die(quietly)
      },
    })
    const store = wrong.store?.(mortal) ?? mortal
    const right = createSyncStore(store)
    const sync = wrong.syncStore?.(right, store) ?? right
    const engine = createSyncEngine({
      links: links.map(({ bearer }, index) => ({ bearer, settings: settingsOf(index) })),
      rules: ground.rules,
      ...(isNarrowSpoken && { narrowCodec: ground.narrow.newest }),
      store: sync,
      signer: cheapSigner(real.signer),
      primitives: simulationPrimitives,
      codec,
      clock: life.clock,
      random: world.random,
      log: world.log,
    })
    running = { life, real, store, sync, engine }
    engine.start()
  }

  const settingsOf = (index: number): LinkSettings => {
    const settings = SETTINGS[index] ?? SATELLITE
    return settings.kind === 'broadband' ? { ...settings, mode } : settings
  }

  const up = (): Running => {
    if (!running) throw new Error(`${name} is down`)
    return running
  }

  const machine: Machine = {
    name,
    links,
    isUp: () => running !== null,
    store: () => up().store,
    sync: () => up().sync,
    engine: () => up().engine,
    folder: () => disk,
    boot,
    kill(quietly) {
      if (running) onFault('consoleKilled')
      die(quietly)
    },
    killAtWrite(after, moment, quietly) {
      plan = { left: after, moment, quietly }
    },
    setClock(ms) {
      offset = ms
    },
    allowBroadband(allowed) {
      mode = allowed ? 'auto' : 'forbidden'
      running?.engine.setMode('broadband', mode)
    },
    cutOff() {
      for (const link of links) link.cut()
    },
    reconnect() {
      for (const link of links) link.restore()
    },
    putIn(next) {
      disk = next
    },
    enrol(code) {
      const parsed = parseEnrolCode(code, nodePrimitives)
      if (!parsed) throw new Error('not a code')
      const township = { division: DIVISION, name: '青山镇' }
      try {
        void up().engine.enroll({ ...parsed, township, consoleName: name, letter: null })
      } catch (error) {
        if (!(error instanceof ConsoleKilled)) throw error
      }
    },
    retire() {
      running?.engine.stop()
      running?.life.end()
      running?.real.close()
      running = null
      machine.cutOff()
    },
  }
  return machine
}
