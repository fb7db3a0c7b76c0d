import { openReadOnly } from '../../shared/node/openDatabase.ts'
import { judgeBoards } from './judge.ts'
import type { Machine } from './machine.ts'
import { readRaw } from './rawEvents.ts'
import { actsIn, type Town } from './town.ts'

/** A part of a run with one great misfortune. Begins and ends with everybody in step. */
export type Chapter = (town: Town, acts: number) => void

const HOUR_MS = 3_600_000
const DAYS = 2
const PARTS_A_DAY = 4

function someMachine({ machines, world }: Town): Machine {
  const machine = machines[world.random.between(0, machines.length - 1)]
  if (!machine) throw new Error('no consoles')
  return machine
}

/** Lets time pass until this console is up. */
function untilUp({ world }: Town, machine: Machine): void {
  world.runUntil(() => machine.isUp())
}

const plain: Chapter = (town, acts) => town.live(acts, 0.35)

/** A console's disk breaks; an old backup is put in, and duty goes on before anybody is asked. */
const consoleRestored: Chapter = (town, acts) => {
  const { world, model, disks, hub } = town
  const machine = someMachine(town)
  untilUp(town, machine)
  const backup = disks.copy(machine.folder())
  town.live(Math.ceil(acts / 2), 0.2)
  untilUp(town, machine)
  machine.kill(world.random.chance(0.5))
  const before = machine.folder()
  // The folder as a whole, or only the database beside the file that says how far it had come.
  const folder = world.random.chance(0.5) ? backup : disks.copyDatabase(backup, before)
  // The old process gives its folder up first.
  world.advance(0)
  machine.putIn(folder)
  const kept = new Set([...actsOn(folder), ...actsIn(hub.db())])
  model.release(({ by, id }) => by === machine.name && !kept.has(id))
  town.count('consoleRestored')
  machine.cutOff()
  untilUp(town, machine)
  for (let done = world.random.between(0, 12); done > 0 && machine.isUp(); done -= 1) town.people.act(machine)
  machine.reconnect()
  town.live(Math.floor(acts / 2), 0.2)
}

/** The hub's disk breaks; its old backup is put in, as its manual says. */
const hubRestored: Chapter = (town, acts) => {
  const { world, model, hub, weather } = town
  const backup = hub.backup()
  town.live(Math.ceil(acts / 2), 0.2)
  world.runUntil(() => weather.hubIsUp())
  hub.restore(backup)
  const kept = actsIn(hub.db())
  model.release(({ by, id }) => by === 'the county' && !kept.has(id))
  town.count('hubRestored')
  town.live(Math.floor(acts / 2), 0.2)
}

/** The hub is gone for good. The county sets up another, and an administrator enters its codes. */
const hubReplaced: Chapter = (town, acts) => {
  const { world, model, hub, weather } = town
  town.live(Math.ceil(acts / 2), 0.2)
  world.runUntil(() => weather.hubIsUp())
  hub.replace()
  model.forget(({ by }) => by === 'the county')
  town.count('hubReplaced')
  town.live(Math.floor(acts / 2), 0.2)
}

/** Somebody copies a console's folder to another computer, and both are used. */
const twoDevicesOneKey: Chapter = (town, acts) => {
  const { disks } = town
  const original = someMachine(town)
  untilUp(town, original)
  const twin = town.add(`${original.name}'s twin`, disks.copy(original.folder()))
  town.count('twoDevicesOneKey')
  town.live(acts, 0.2)
  // It is found out: the copy hands in what it has, is switched off, and the original goes on.
  untilUp(town, original)
  original.cutOff()
  town.settle([twin])
  original.cutOff()
  untilUp(town, twin)
  town.remove(twin)
}

/** For days nothing but the satellite, which takes urgent records only: the board of the county must be complete all the same. */
const lanes01Only: Chapter = (town, acts) => {
  const { world, machines, hub, model, verdict } = town
  town.count('lanes01Only')
  for (const machine of machines) machine.allowBroadband(false)
  const routine = countRoutine(town)
  for (let part = 0; part < DAYS * PARTS_A_DAY; part += 1) {
    town.live(Math.ceil(acts / (DAYS * PARTS_A_DAY)), 0.1)
    world.advance((24 * HOUR_MS) / PARTS_A_DAY)
  }
  for (const machine of machines) {
    machine.reconnect()
    for (const link of machine.links) link.swallow(false)
  }
  for (let minutes = 0; minutes < 60 && !machines.every((one) => isUrgentDone(town, one)); minutes += 1)
    world.advance(60_000)
  const places = machines.filter((one) => one.isUp()).map(({ name, store }) => ({ name, db: store().db }))
  const isDue = (id: string): boolean => model.acts.get(id)?.fate === 'durable'
  const boards = judgeBoards(model, isDue, { name: 'hub', db: hub.db() }, places)
  verdict.lost += boards.lost
  verdict.findings.push(...boards.findings)
  if (countRoutine(town) === routine) return
  verdict.diverged += 1
  verdict.findings.push('diverged: routine records went over a link that takes urgent ones only')
}

/** Routine records of the township that the hub holds. */
function countRoutine({ hub }: Town): number {
  return readRaw(hub.db()).filter(({ lane, origin }) => lane === 2 && origin.startsWith('d')).length
}

/** What is urgent has left this console, and what the hub has for it has come. */
function isUrgentDone({ weather, hub }: Town, machine: Machine): boolean {
  if (!machine.isUp() || !weather.hubIsUp()) return false
  const sync = machine.sync()
  return (
    sync.ownChains().every(({ lane, acked, head }) => lane === 2 || acked >= head.seq) &&
    ([0, 1] as const).every((lane) => sync.downCursor(lane).feedSeq === hub.store().feedHead(sync.origin, lane))
  )
}

function actsOn(folder: string): ReadonlySet<string> {
  const db = openReadOnly(`${folder}/duty.db`)
  try {
    return actsIn(db)
  } finally {
    db.close()
  }
}

export const CHAPTERS: readonly Chapter[] = [
  consoleRestored,
  hubRestored,
  twoDevicesOneKey,
  lanes01Only,
  hubReplaced,
  plain,
]
