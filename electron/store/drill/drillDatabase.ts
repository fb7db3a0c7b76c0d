import { join } from 'node:path'
import { openReadOnly, type ReadableDb, type WritableDb } from '../../../shared/node/openDatabase.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { openEnvelope, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import { DATABASE } from '../openFolder.ts'
import type { View } from '../projections/project.ts'
import { createProjector } from '../projections/projector.ts'
import { practisedTables } from '../projections/registry.ts'
import { type DrillSpan, drillView } from './drillSpan.ts'
import { PRACTISED_TEAMS } from './practisedTeams.ts'

/** Events projected in one step of a rebuild: memory stays small. */
const STEP = 500

export interface DrillDatabase {
  readonly db: WritableDb
  /** What it holds, as far as the acts of the drills have arrived: another one of them, and it has to be opened anew. */
  readonly view: View
}

/**
 * The log of a data folder as a drill sees it: a connection that cannot write the file, with the drill's own projections in temporary
 * tables of the same names, in memory. SQLite finds those first, so every query of the console reads the drill's calls, incidents
 * and tasks, and the real ones cannot be reached by forgetting a condition. What both worlds share (people, teams, villages, settings,
 * drafts) has no temporary table and is read from the file.
 */
export function openDrillDatabase(folder: string, span: DrillSpan | null): DrillDatabase {
  const db = openReadOnly(join(folder, DATABASE)) as WritableDb
  try {
    db.pragma('temp_store = MEMORY')
    // The shadows name their events by row id, which lie in the file: SQLite knows no foreign keys between the two.
    db.pragma('foreign_keys = OFF')
    for (const sql of shadows(db)) db.exec(sql)
    db.exec(PRACTISED_TEAMS)
    const view = drillView(db, span)
    fill(db, view)
    return { db, view }
  } catch (error) {
    db.close()
    throw error
  }
}

/** The definitions of the shadowed tables and their indexes, as they stand in the file after its migrations. */
function shadows(db: ReadableDb): readonly string[] {
  const tables = new Set([...practisedTables(), 'search'])
  const found = db
    .prepare<[], { type: string; tbl_name: string; sql: string }>(
      `SELECT type, tbl_name, sql FROM main.sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY rowid`,
    )
    .all()
    .filter((one) => tables.has(one.tbl_name))
  const missing = [...tables].filter((table) => !found.some((one) => one.tbl_name === table))
  if (missing.length > 0) throw new Error(`no table to shadow: ${missing.join(', ')}`)
  return found.map(({ sql }) => sql.replace(/^CREATE (TABLE|VIRTUAL TABLE|UNIQUE INDEX|INDEX) /, '$&temp.'))
}

function fill(db: WritableDb, view: View): void {
  let last = 0
  for (;;) {
    const rows = db
      .prepare<[number, number], { id: number; bytes: Uint8Array }>(
        'SELECT e.id, e.bytes FROM drill_event d JOIN event e ON e.id = d.event_id WHERE d.event_id > ? ORDER BY d.event_id LIMIT ?',
      )
      .all(last, STEP)
    project(
      db,
      view,
      rows.map(({ id, bytes }) => ({ id, sealed: openEnvelope(new Uint8Array(bytes), nodePrimitives) })),
    )
    last = rows.at(-1)?.id ?? last
    if (rows.length < STEP) return
  }
}

/** Takes stored events in, those that belong to the view. */
export function project(
  db: WritableDb,
  view: View,
  events: readonly { readonly id: number; readonly sealed: SealedEvent }[],
): void {
  db.transaction(() => {
    const projector = createProjector(db, view)
    for (const { id, sealed } of events) projector.add(id, sealed)
    projector.flush()
  })()
}
