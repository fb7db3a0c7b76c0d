import { type FakeLink, GOOD_LINK } from '../support/fakeLink.ts'
import type { SimulatedHub } from '../support/simulatedHub.ts'
import type { World } from '../support/world.ts'
import type { Machine } from './machine.ts'
import type { Fault } from './ports.ts'

const DAY_MS = 24 * 3_600_000

export interface Weather {
  /** Something goes wrong, or is mended. */
  strike(machines: readonly Machine[]): void
  /** Everything is mended, or about to be: what is down comes up by itself. */
  clear(machines: readonly Machine[]): void
  hubIsUp(): boolean
  hubFell(): void
}

export interface WeatherPorts {
  readonly world: World
  readonly hub: SimulatedHub
  readonly onFault: (fault: Fault) => void
  /** Right before the hub's process is killed. */
  readonly beforeHubDies: () => void
  readonly onHubDied: () => void
}

/** What happens to links, processes and clocks while people work. */
export function createWeather({ world, hub, onFault, beforeHubDies, onHubDied }: WeatherPorts): Weather {
  const { random, clock } = world
  let isUp = true

  function hubFell(): void {
    isUp = false
    onHubDied()
    clock.after(random.between(500, 60_000), () => {
      if (isUp) return
      hub.start()
      isUp = true
    })
  }

  function killHub(): void {
    if (!isUp) return
    beforeHubDies()
    onFault('hubKilled')
    hub.kill()
    hubFell()
  }

  function killHubAt(): void {
    const moment = random.chance(0.75) ? 'afterCommit' : 'beforeCommit'
    hub.killAt(moment, () => {
      onFault(moment === 'afterCommit' ? 'hubKilledBeforeAck' : 'hubKilled')
      hubFell()
    })
  }

  function toss(machine: Machine): void {
    const link = machine.links[random.chance(0.7) ? 0 : 1]
    if (!link) return
    const dice = random.between(1, 100)
    if (dice <= 16) cut(link)
    else if (dice <= 24) link.restore()
    else if (dice <= 32) link.halfOpen(random.chance(0.5) ? 'console' : 'hub')
    else if (dice <= 40) link.cutMidFrame()
    else if (dice <= 46) swallow(link)
    else if (dice <= 58) link.setQuality(anyQuality())
    else if (dice <= 66) machine.kill(random.chance(0.5))
    else if (dice <= 80) machine.killAtWrite(random.between(0, 12), anyMoment(), random.chance(0.5))
    else if (dice <= 88) killHubAt()
    else if (dice <= 93) killHub()
    else {
      onFault('clockJump')
      machine.setClock(random.between(-DAY_MS, DAY_MS))
    }
  }

  function cut(link: FakeLink): void {
    onFault('cut')
    link.cut()
    clock.after(random.between(1_000, 600_000), link.restore)
  }

  function swallow(link: FakeLink): void {
    link.swallow(true)
    clock.after(random.between(1_000, 90_000), () => link.swallow(false))
  }

  const anyMoment = () => (['before', 'during', 'after'] as const)[random.between(0, 2)] ?? 'after'
  const anyQuality = () => ({
    delayMs: random.between(5, 900),
    lose: random.fraction() * 0.08,
    repeat: random.fraction() * 0.15,
    reorder: random.fraction() * 0.15,
  })

  return {
    strike(machines) {
      const machine = machines[random.between(0, machines.length - 1)]
      if (machine) toss(machine)
    },
    clear(machines) {
      for (const machine of machines) {
        machine.allowBroadband(true)
        machine.reconnect()
        for (const link of machine.links) {
          link.swallow(false)
          link.setQuality(GOOD_LINK)
        }
      }
    },
    hubIsUp: () => isUp,
    hubFell,
  }
}
