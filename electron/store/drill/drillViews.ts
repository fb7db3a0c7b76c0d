import { isAggregateName } from '../../../shared/domain/aggregates.ts'
import { foldEntity } from '../../../shared/domain/fold.ts'
import { aggregateOf, readEvent } from '../../../shared/domain/kinds.ts'
import { worldOf } from '../../../shared/domain/worlds.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { parseEnvelope, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import { fromHex, toHex } from '../../../shared/protocol/hex.ts'
import { readEntityEvents } from '../eventLog.ts'
import { readTips } from '../projections/entityState.ts'
import { aggregateNamed, reportFault } from '../projections/project.ts'
import { type DrillDatabase, openDrillDatabase, project } from './drillDatabase.ts'
import { type DrillSpan, movesConsole } from './drillSpan.ts'

/** What the drills of a data folder look like. Nothing is kept of it: each view is built from the log when it is first read. */
export interface DrillViews {
  /** For repositories: all drills. */
  readonly all: ReadableDb
  /** For repositories: one drill. Stays the same object. */
  of(span: DrillSpan): ReadableDb
  /** What an event of the drill written now follows; `pending`: events of the same act, not stored yet. */
  tipsOf(span: DrillSpan, aggregate: string, entity: string, pending: readonly SealedEvent[]): readonly string[]
  /** Events are in the log now. */
  take(events: readonly SealedEvent[]): void
  /** Lets go of what was built: the file behind it is about to be replaced or closed. */
  drop(): void
}

interface OpenView {
  readonly shown: ReadableDb
  current: DrillDatabase | null
}

/** Drills that lie in memory at a time: somebody who looks through those of a year needs them one after the other. */
const MOST_OPEN = 4

export function createDrillViews(folder: string): DrillViews {
  /** By span, the one used last at the end. */
  const views = new Map<string, OpenView>()

  function viewOf(span: DrillSpan | null): OpenView {
    const key = span ? `${span.id} ${span.sinceMs} ${span.untilMs}` : ''
    const known = views.get(key)
    if (known) return known
    const use = () => {
      views.delete(key)
      views.set(key, made)
      made.current ??= open(span)
      return made.current.db
    }
    const shown: ReadableDb = {
      get name() {
        return use().name
      },
      get open() {
        return made.current?.db.open ?? false
      },
      prepare: ((sql: string) => use().prepare(sql)) as ReadableDb['prepare'],
      pragma: ((source: string, options?: { simple?: boolean }) =>
        use().pragma(source, options)) as ReadableDb['pragma'],
    }
    const made: OpenView = { shown, current: null }
    views.set(key, made)
    return made
  }

  function open(span: DrillSpan | null): DrillDatabase {
    const others = [...views.values()].filter(({ current }) => current)
    for (const one of others.slice(0, Math.max(0, others.length - MOST_OPEN + 1))) drop(one)
    return openDrillDatabase(folder, span)
  }

  function drop(one: OpenView): void {
    one.current?.db.close()
    one.current = null
  }

  return {
    get all() {
      return viewOf(null).shown
    },
    of: (span) => viewOf(span).shown,
    tipsOf(span, aggregate, entity, pending) {
      const one = viewOf(span)
      const again = pending.filter(({ envelope }) => envelope.entity === entity && worldOf(envelope) === 'drill')
      const tips = readTips(one.shown, aggregate, entity)
      return again.length === 0 || !one.current ? tips : foldTips(one.current, aggregate, entity, again)
    },
    take(events) {
      // A revocation marks lines that stand already, and an act of a drill says whose events are its own: rare enough to look at
      // everything anew.
      const rebuild = events.some(({ envelope: { kind } }) => aggregateOf(kind) === 'person' || movesConsole(kind))
      const practised = events.filter(({ envelope }) => worldOf(envelope) === 'drill')
      for (const one of views.values()) {
        if (rebuild) drop(one)
        if (!one.current || practised.length === 0) continue
        const { db, view } = one.current
        try {
          project(
            db,
            view,
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
  { db, view }: DrillDatabase,
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
