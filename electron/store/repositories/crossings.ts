import { aggregateOf } from '../../../shared/domain/kinds.ts'
import { mentionsOf } from '../../../shared/domain/mentions.ts'
import { isPractised, type World, worldOf } from '../../../shared/domain/worlds.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import type { Envelope } from '../../../shared/protocol/envelope.ts'

/**
 * Finds events that speak of a thing of the other world: a drill's of a real incident, or a real one's of a practised. The console
 * refuses to write them; from elsewhere they are kept, change nothing over there, and are shown as what they are (真演混用). A thing
 * belongs to the world of its earliest event.
 * @returns a function, so that a page of lines looks at each thing once.
 */
export function openCrossings(db: ReadableDb): (envelope: Pick<Envelope, 'flags' | 'entity' | 'body'>) => boolean {
  if (!hasDrills(db)) return () => false
  const homes = new Map<string, World | null>()
  const homeOf = (subject: string) => {
    const known = homes.get(subject)
    if (known !== undefined) return known
    const home = findHome(db, subject)
    homes.set(subject, home)
    return home
  }
  return ({ flags, entity, body }) => {
    const world = worldOf({ flags })
    return mentionsOf(entity, body).some((subject) => (homeOf(subject) ?? world) !== world)
  }
}

/** Whether anything was ever practised here: one step of an index, so that it costs nothing where no drill has been. */
export function hasDrills(db: ReadableDb): boolean {
  const row = db.prepare<[], { last: number | null }>('SELECT max(event_id) AS last FROM drill_event').get()
  return (row?.last ?? null) !== null
}

/** Null for what both worlds share, and for what nothing is known of. */
function findHome(db: ReadableDb, subject: string): World | null {
  const first = db
    .prepare<[string], { kind: string; drill: number }>(
      `SELECT e.kind, d.event_id IS NOT NULL AS drill
       FROM event e LEFT JOIN drill_event d ON d.event_id = e.id WHERE e.entity = ? ORDER BY e.hlc, e.hash LIMIT 1`,
    )
    .get(subject)
  if (!first || !isPractised(aggregateOf(first.kind))) return null
  return first.drill ? 'drill' : 'real'
}
