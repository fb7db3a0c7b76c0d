import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepSearchQuick } from '../../../electron/store/care/searchMerges.ts'
import { keepWalShort } from '../../../electron/store/care/walCheckpoints.ts'
import { makeWalRoom } from '../../../electron/store/care/walRoom.ts'
import { DATABASE } from '../../../electron/store/openFolder.ts'
import { openStore, type Store } from '../../../electron/store/store.ts'
import type { AnyDraft } from '../../../electron/store/writer.ts'
import { systemClock } from '../../../shared/node/systemPorts.ts'
import type { SealedEvent } from '../../../shared/protocol/envelope.ts'
import { median, p95, round } from '../desk/statistics.ts'
import { mixedDrafts } from './mixedEvents.ts'

const EVENTS = 20_000
/** As small as the desk takes them on a slow machine: what stands out is the upkeep, not the work. */
const SLICE = 25
/** An act of the person's own after so many slices. */
const ACT_EVERY = 12
/** Each way in turn, as often: the machine is not equally quick all the time. */
const ROUNDS = 3
const SCOPE = '510124103'
const AUTHOR = { author: { person: 'person-bench', name: '王建国', role: 'dutyOfficer' } }

type Upkeep = (store: Store) => { close(): void }
const wal: Upkeep = keepWalShort
const search: Upkeep = (store) => keepSearchQuick(store, systemClock)
const room: Upkeep = (store) => makeWalRoom(store, systemClock)

/** What the keeper does for the database's files while the desk works, and what is left out. */
const WAYS: Readonly<Record<string, readonly Upkeep[]>> = {
  all: [wal, search, room],
  withoutWalCheckpoints: [search, room],
  withoutSearchMerges: [wal, room],
  withoutWalRoom: [wal, search],
  none: [],
}

interface Sample {
  readonly turnMaxMs: number
  readonly turnP95Ms: number
  /** The longest, by what this thread itself computed in it: whatever else runs on the machine, without waiting for the disk. */
  readonly turnCpuMaxMs: number
  readonly actP95Ms: number
  readonly actMaxMs: number
  readonly walMb: number
  readonly seconds: number
}

/** Taking in another console's records while a person goes on entering: the longest turns, by what upkeep there is. */
export async function measureUpkeep(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-bench-'))
  try {
    const events = writeAll(join(folder, 'writer'))
    const samples = new Map<string, Sample[]>()
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      for (const [name, upkeep] of Object.entries(WAYS)) {
        const sample = await measureOne(join(folder, `${name}${turn}`), events, upkeep)
        console.error(name, JSON.stringify(sample))
        samples.set(name, [...(samples.get(name) ?? []), sample])
      }
    }
    return Object.fromEntries([...samples].map(([name, all]) => [name, medians(all)]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Other work on the machine only adds to the longest turn: the least of the rounds is nearest to what the upkeep is worth. */
function medians(all: readonly Sample[]): Sample & { readonly turnMaxLeastMs: number } {
  const of = (name: keyof Sample): number => round(median(all.map((sample) => sample[name])))
  return {
    turnMaxMs: of('turnMaxMs'),
    turnMaxLeastMs: round(Math.min(...all.map(({ turnMaxMs }) => turnMaxMs))),
    turnP95Ms: of('turnP95Ms'),
    turnCpuMaxMs: of('turnCpuMaxMs'),
    actP95Ms: of('actP95Ms'),
    actMaxMs: of('actMaxMs'),
    walMb: of('walMb'),
    seconds: of('seconds'),
  }
}

function open(folder: string): Store {
  const store = openStore({ folder, now: Date.now })
  store.setScope(SCOPE)
  return store
}

function writeAll(folder: string): readonly SealedEvent[] {
  const store = open(folder)
  const drafts = mixedDrafts(EVENTS)
  const written: SealedEvent[] = []
  for (let at = 0; at < EVENTS; at += 200) written.push(...store.append(drafts.slice(at, at + 200), AUTHOR))
  store.close()
  return written
}

async function measureOne(folder: string, events: readonly SealedEvent[], upkeep: readonly Upkeep[]): Promise<Sample> {
  const store = open(folder)
  const kept = upkeep.map((keep) => keep(store))
  const turns: number[] = []
  const cpu: number[] = []
  const acts: number[] = []
  const began = performance.now()
  let last = began
  let lastCpu = process.threadCpuUsage()
  const turn = async (): Promise<void> => {
    await new Promise((done) => setImmediate(done))
    turns.push(performance.now() - last)
    last = performance.now()
    const { user, system } = process.threadCpuUsage(lastCpu)
    cpu.push((user + system) / 1000)
    lastCpu = process.threadCpuUsage()
  }
  for (let at = 0; at < events.length; at += SLICE) {
    store.applyRemote(events.slice(at, at + SLICE))
    await turn()
    if ((at / SLICE) % ACT_EVERY > 0) continue
    const from = performance.now()
    store.append([entryNo(at)], AUTHOR)
    acts.push(performance.now() - from)
    await turn()
  }
  const seconds = (performance.now() - began) / 1000
  for (const one of kept) one.close()
  const walMb = statSync(`${join(folder, DATABASE)}-wal`).size / 1e6
  store.close()
  rmSync(folder, { recursive: true, force: true })
  return {
    turnMaxMs: Math.max(...turns),
    turnP95Ms: p95(turns),
    turnCpuMaxMs: Math.max(...cpu),
    actP95Ms: p95(acts),
    actMaxMs: Math.max(...acts),
    walMb,
    seconds,
  }
}

function entryNo(at: number): AnyDraft {
  return { kind: 'log.entered', entity: `log:own${at}`, body: { at, text: `巡查第 ${at} 处，一切正常` }, base: [] }
}
