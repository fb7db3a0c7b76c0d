import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '../../../electron/store/store.ts'
import type { SealedEvent } from '../../../shared/protocol/envelope.ts'
import { median, p95, round } from '../desk/statistics.ts'
import { mixedDrafts } from './mixedEvents.ts'

const EVENTS = 30_000
const APPENDS = 3_000
/** Events in one transaction of a catch-up; the loop turns between two. */
const BATCH = 200
const SCOPE = '510124103'
const AUTHOR = { author: { person: 'person-bench', name: '王建国', role: 'dutyOfficer' } }

/** The store alone under plain Node: what an act costs, and how fast another console's records are taken in. */
export async function measureStore(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-bench-'))
  try {
    const writer = open(join(folder, 'writer'))
    const appends = measureAppends(writer)
    const events = writeAll(writer)
    writer.close()
    const reader = open(join(folder, 'reader'))
    const catchUp = await measureCatchUp(reader, events)
    reader.close()
    return { events: EVENTS, ...appends, ...catchUp }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function open(folder: string): Store {
  const store = openStore({ folder, now: Date.now })
  store.setScope(SCOPE)
  return store
}

function measureAppends(store: Store): object {
  const times = mixedDrafts(APPENDS).map((draft) => {
    const began = performance.now()
    store.append([draft], AUTHOR)
    return performance.now() - began
  })
  return {
    appendP50Ms: round(median(times), 3),
    appendP95Ms: round(p95(times), 3),
    appendMaxMs: round(Math.max(...times), 1),
  }
}

function writeAll(store: Store): readonly SealedEvent[] {
  const drafts = mixedDrafts(EVENTS)
  const written: SealedEvent[] = []
  for (let at = 0; at < drafts.length; at += BATCH) written.push(...store.append(drafts.slice(at, at + BATCH), AUTHOR))
  return written
}

async function measureCatchUp(store: Store, events: readonly SealedEvent[]): Promise<object> {
  const blocks: number[] = []
  const began = performance.now()
  for (let at = 0; at < events.length; at += BATCH) {
    const from = performance.now()
    store.applyRemote(events.slice(at, at + BATCH))
    blocks.push(performance.now() - from)
    await new Promise((done) => setImmediate(done))
  }
  const seconds = (performance.now() - began) / 1000
  return {
    catchUpEventsPerSecond: Math.round(events.length / seconds),
    catchUpBatchP95Ms: round(p95(blocks)),
    catchUpBatchMaxMs: round(Math.max(...blocks)),
  }
}
