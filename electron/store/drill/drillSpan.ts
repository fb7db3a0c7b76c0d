import { worldOf } from '../../../shared/domain/worlds.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import type { Envelope } from '../../../shared/protocol/envelope.ts'
import { toHex } from '../../../shared/protocol/hex.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import type { View } from '../projections/project.ts'

/**
 * Which drill. What is practised belongs to the drill its console was in when it wrote it; `sinceMs` and `untilMs` (wall clock, ms;
 * null: it goes on) only decide about devices that said nothing of a drill: the county, or a console whose act is still on its way.
 */
export interface DrillSpan {
  readonly id: string
  readonly sinceMs: number
  readonly untilMs: number | null
}

/** Kinds that put their own console into a drill or take it out. */
const ACTS = ['drill.started', 'drill.joined', 'drill.left', 'drill.ended']

export function movesConsole(kind: string): boolean {
  return ACTS.includes(kind)
}

interface Turn {
  readonly hlc: string
  /** Null: out of any. */
  readonly drill: string | null
}

/**
 * The events of one drill, as the acts stand that have arrived by now; null: of all drills. A device's clock (hlc) only goes forward,
 * over its epochs too, so what it wrote lies between its own acts, whatever lane brought it here first.
 */
export function drillView(db: ReadableDb, span: DrillSpan | null): View {
  if (!span) return { world: 'drill', holds: (envelope) => worldOf(envelope) === 'drill' }
  const turns = readTurns(db)
  return {
    world: 'drill',
    holds(envelope) {
      if (worldOf(envelope) === 'real') return false
      const drill = drillOf(turns, envelope)
      return drill === null ? isWithin(span, hlcMs(envelope.hlc)) : drill === span.id
    },
  }
}

function drillOf(turns: ReadonlyMap<string, readonly Turn[]>, { origin, hlc }: Pick<Envelope, 'origin' | 'hlc'>) {
  return turns.get(origin)?.findLast((turn) => turn.hlc < hlc)?.drill ?? null
}

function isWithin({ sinceMs, untilMs }: DrillSpan, ms: number): boolean {
  return ms >= sinceMs && (untilMs === null || ms <= untilMs)
}

/** By device: when it went into which drill and out again, in the order of its clock. */
function readTurns(db: ReadableDb): ReadonlyMap<string, readonly Turn[]> {
  const turns = new Map<string, Turn[]>()
  const rows = db
    .prepare<[string], { origin: string; hlc: Uint8Array; kind: string; entity: string }>(
      `SELECT e.origin, e.hlc, e.kind, e.entity FROM main.log_line l JOIN event e ON e.id = l.event_id
       WHERE l.kind IN (SELECT value FROM json_each(?)) ORDER BY e.hlc, e.hash`,
    )
    .all(JSON.stringify(ACTS))
  for (const { origin, hlc, kind, entity } of rows) {
    const into = kind === 'drill.started' || kind === 'drill.joined'
    const known = turns.get(origin) ?? []
    turns.set(origin, [...known, { hlc: toHex(hlc), drill: into ? entity : null }])
  }
  return turns
}
