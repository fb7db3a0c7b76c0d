import { isAggregateName } from '../../../shared/domain/aggregates.ts'
import { foldEntity } from '../../../shared/domain/fold.ts'
import { aggregateOf, readEvent } from '../../../shared/domain/kinds.ts'
import { worldOf } from '../../../shared/domain/worlds.ts'
import type { ReadableDb, WritableDb } from '../../../shared/node/openDatabase.ts'
import { parseEnvelope, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import { fromHex, toHex } from '../../../shared/protocol/hex.ts'
import { readEntityEvents } from '../eventLog.ts'
import { readTips } from '../projections/entityState.ts'
import { aggregateNamed, reportFault, type View } from '../projections/project.ts'
import { drillView, openDrillDatabase, project } from './drillDatabase.ts'

/** What the drills of a data folder look like. Nothing is kept of it: each view is built from the log when it is first read. */
export interface DrillViews {
  /** For repositories: the drill that began then (ms); 0 all drills. Stays the same object. */
  since(sinceMs: number): ReadableDb
  /** What an event of the drill written now follows; `pending`: events of the same act, not stored yet. */
  tipsOf(sinceMs: number, aggregate: string, entity: string, pending: readonly SealedEvent[]): readonly string[]
  /** Events are in the log now. */
  take(events: readonly SealedEvent[]): void
  /** Lets go of what was built: the file behind it is about to be replaced or closed. */
  drop(): void
}

interface OpenView {
  readonly view: View
  readonly shown: ReadableDb
  current: WritableDb | null
}

export function createDrillViews(folder: string): DrillViews {
  const views = new Map<number, OpenView>()

  function viewOf(sinceMs: number): OpenView {
    const known = views.get(sinceMs)
    if (known) return known
    const view = drillView(sinceMs)
    const use = () => {
      made.current ??= openDrillDatabase(folder, view)
      return made.current
    }
    const shown: ReadableDb = {
      get name() {
        return use().name
      },
      get open() {
        return made.current?.open ?? false
      },
      prepare: ((sql: string) => use().prepare(sql)) as ReadableDb['prepare'],
      pragma: ((source: string, options?: { simple?: boolean }) =>
        use().pragma(source, options)) as ReadableDb['pragma'],
    }
    const made: OpenView = { view, shown, current: null }
    views.set(sinceMs, made)
    return made
  }

  function drop(one: OpenView): void {
    one.current?.close()
    one.current = null
  }

  return {
    since: (sinceMs) => viewOf(sinceMs).shown,
    tipsOf(sinceMs, aggregate, entity, pending) {
      const { shown, view } = viewOf(sinceMs)
      const again = pending.filter(({ envelope }) => envelope.entity === entity && worldOf(envelope) === 'drill')
      return again.length === 0 ? readTips(shown, aggregate, entity) : foldTips(shown, view, aggregate, entity, again)
    },
    take(events) {
      // A revocation marks lines that stand already: rare enough to look at everything anew.
      const rebuild = events.some(({ envelope }) => aggregateOf(envelope.kind) === 'person')
      const practised = events.filter(({ envelope }) => worldOf(envelope) === 'drill')
      for (const one of views.values()) {
        if (rebuild) drop(one)
        const db = one.current
        if (!db || practised.length === 0) continue
        try {
          project(
            db,
            one.view,
            practised.flatMap((sealed) => findStored(db, sealed)),
          )
        } catch (error) {
          // The log is what counts and has it; the view is built again from it.
          console.error('[store] a drill could not be shown', error)
          drop(one)
        }
      }
    },
    drop() {
      for (const one of views.values()) drop(one)
    },
  }
}

/** The tips after events that are part of the same act and not stored yet. */
function foldTips(
  db: ReadableDb,
  view: View,
  aggregate: string,
  entity: string,
  pending: readonly SealedEvent[],
): readonly string[] {
  if (!isAggregateName(aggregate)) return []
  const stored = readEntityEvents(db, entity).map(({ hash, bytes }) => ({
    envelope: parseEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8'))),
    hash: toHex(hash),
  }))
  const events = [...stored, ...pending]
    .filter(({ envelope }) => aggregateOf(envelope.kind) === aggregate && view.holds(envelope))
    .flatMap((sealed) => readEvent(sealed) ?? [])
  return foldEntity(aggregateNamed(aggregate), entity, events, reportFault).tips
}

/** Stored a moment ago; read by this connection, so that the row is there for the queries too. */
function findStored(db: ReadableDb, sealed: SealedEvent): readonly { id: number; sealed: SealedEvent }[] {
  const row = db.prepare<[Uint8Array], { id: number }>('SELECT id FROM event WHERE hash = ?').get(fromHex(sealed.hash))
  return row ? [{ id: row.id, sealed }] : []
}
