import { projectionTables } from '../../electron/store/projections/registry.ts'
import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import type { Model } from './model.ts'
import { countActs, type RawEvent, readRaw } from './rawEvents.ts'

export interface Verdict {
  lost: number
  duplicated: number
  diverged: number
  /** What was found, in words, for whoever replays the seed. */
  readonly findings: string[]
}

export interface Place {
  readonly name: string
  readonly db: ReadableDb
}

export function noVerdict(): Verdict {
  return { lost: 0, duplicated: 0, diverged: 0, findings: [] }
}

/**
 * Compares what the hub and every console hold and show in the end with what the model demands: every confirmed act exactly once
 * everywhere, every unconfirmed one everywhere or nowhere, and the same on every screen.
 */
export function judge(model: Model, hub: Place, consoles: readonly Place[]): Verdict {
  const verdict = noVerdict()
  const note = (kind: 'lost' | 'duplicated' | 'diverged', finding: string): void => {
    verdict[kind] += 1
    verdict.findings.push(`${kind}: ${finding}`)
  }
  const atHub = readRaw(hub.db)
  const held = consoles.map(({ name, db }) => ({ name, db, events: readRaw(db) }))
  const counts = [
    { name: 'hub', acts: countActs(atHub) },
    ...held.map(({ name, events }) => ({ name, acts: countActs(events) })),
  ]

  for (const { id, fate, by } of model.acts.values()) {
    const found = counts.map(({ name, acts }) => ({ name, times: acts.get(id) ?? 0 }))
    const many = found.filter(({ times }) => times > 1)
    const none = found.filter(({ times }) => times === 0)
    if (many.length > 0) note('duplicated', `${id} of ${by} counts more than once at ${names(many)}`)
    if (none.length === 0) continue
    if (fate === 'durable') note('lost', `${id} of ${by} was confirmed and is missing at ${names(none)}`)
    // A word of the county that its own disk lost comes back when a console holds the county's signature over it, else not.
    else if (by === 'the county' && !counts[0]?.acts.has(id)) continue
    else if (none.length < found.length) note('diverged', `${id} of ${by} is missing at ${names(none)} only`)
  }
  judgeHistories(atHub, held, note)
  for (const { name, db, events } of held) judgeScreen(model, name, db, events, note)
  judgeSameScreens(atHub, held, note)
  return verdict
}

type Note = (kind: 'lost' | 'duplicated' | 'diverged', finding: string) => void
type Held = Place & { readonly events: readonly RawEvent[] }

/** What the hub has accepted of anybody is at every console, bit for bit; nobody holds two events of one name but a fork's author. */
function judgeHistories(atHub: readonly RawEvent[], held: readonly Held[], note: Note): void {
  for (const { name, events } of held) {
    const hashes = new Set(events.map(({ hash }) => hash))
    for (const { hash, kind, act } of atHub)
      if (!hashes.has(hash)) note('lost', `${kind} ${act ?? hash.slice(0, 8)} is at the hub and missing at ${name}`)
  }
}

/** Each act has one line in the duty log, and each field shows what was said last in sight of what was there before. */
function judgeScreen(model: Model, name: string, db: ReadableDb, events: readonly RawEvent[], note: Note): void {
  const byHash = new Map(events.map((event) => [event.hash, event]))
  const lines = new Map<string, number>()
  for (const { hash } of db
    .prepare<[], { hash: Uint8Array }>('SELECT e.hash FROM log_line l JOIN event e ON e.id = l.event_id')
    .all()) {
    const act = byHash.get(Buffer.from(hash).toString('hex'))?.act
    if (act) lines.set(act, (lines.get(act) ?? 0) + 1)
  }
  const counts = countActs(events)
  for (const [act] of counts) {
    const shown = lines.get(act) ?? 0
    if (shown === 0) note('lost', `${act} is held at ${name} and not on its screen`)
    if (shown > 1) note('duplicated', `${act} is ${shown} times on the screen of ${name}`)
  }
  for (const slot of model.slots()) {
    const latest = model.latest(slot, (act) => counts.has(act))
    if (latest.length === 0) continue
    const shown = shownAt(db, slot)
    if (!latest.includes(shown))
      note('diverged', `${slot} shows ${shown} at ${name}; said last: ${latest.join(' or ')}`)
  }
}

function shownAt(db: ReadableDb, slot: string): string {
  const [entity = '', field = ''] = slot.split(' ')
  const row = db.prepare<[string], { state: string }>('SELECT state FROM entity_state WHERE entity = ?').get(entity)
  const { fields = {} } = row ? (JSON.parse(row.state) as { fields?: Record<string, { value: unknown }> }) : {}
  return String(fields[field]?.value ?? '')
}

/** Row ids, which follow the order of arrival, are replaced by hashes; the words of a hub that is no more are left out. */
function judgeSameScreens(atHub: readonly RawEvent[], held: readonly Held[], note: Note): void {
  const known = new Set(atHub.map(({ hash }) => hash))
  const orphaned = new Set<string>()
  for (const { events } of held) {
    for (const { origin, hash, entity } of events)
      if (origin.startsWith('h') && !known.has(hash)) orphaned.add(hash).add(entity)
  }
  const [first, ...others] = held.map(({ name, db }) => ({ name, rows: shownRows(db, orphaned) }))
  if (!first) return
  for (const { name, rows } of others) {
    const missing = [...first.rows].filter((row) => !rows.has(row))
    const more = [...rows].filter((row) => !first.rows.has(row))
    for (const row of [...missing, ...more].slice(0, 3))
      note('diverged', `${name} and ${first.name} do not show the same: ${row.slice(0, 400)}`)
  }
}

function shownRows(db: ReadableDb, orphaned: ReadonlySet<string>): ReadonlySet<string> {
  const rows = new Set<string>()
  for (const table of projectionTables()) {
    const isOfEvents = table === 'log_line' || table === 'mention'
    const sql = isOfEvents
      ? `SELECT lower(hex(e.hash)) AS hash, t.* FROM ${table} t JOIN event e ON e.id = t.event_id`
      : `SELECT * FROM ${table}`
    for (const { event_id: _, ...row } of db.prepare<[], Record<string, unknown>>(sql).all()) {
      const values = Object.values(row)
      if (values.some((value) => typeof value === 'string' && orphaned.has(value))) continue
      rows.add(JSON.stringify([table, ...values]))
    }
  }
  return rows
}

function names(places: readonly { readonly name: string }[]): string {
  return places.map(({ name }) => name).join(', ')
}

/** With urgent traffic alone, every incident and task that was spoken of in it stands on the board with its number and a title. */
export function judgeBoards(
  model: Model,
  isDue: (act: string) => boolean,
  hub: Place,
  consoles: readonly Place[],
): Verdict {
  const verdict = noVerdict()
  const due = [...model.acts.values()].flatMap(({ board, id }) => (board && isDue(id) ? [board] : []))
  const boards = [
    { name: 'the county', board: boardOf(readRaw(hub.db)) },
    ...consoles.map(({ name, db }) => ({ name, board: shownBoard(db) })),
  ]
  for (const { name, board } of boards) {
    for (const { id, no } of due) {
      if (board.get(id) === no) continue
      verdict.lost += 1
      verdict.findings.push(`lost: ${no} is not on the board of ${name}`)
    }
  }
  return verdict
}

/** A board made from single events alone, whatever order they came in: numbers by id, where there is a title too. */
function boardOf(events: readonly RawEvent[]): ReadonlyMap<string, string> {
  const board = new Map<string, string>()
  for (const { entity, body } of events) {
    for (const label of [body, body.label, body.task]) {
      const { no, title } = (label ?? {}) as { no?: unknown; title?: unknown }
      if (typeof no === 'string' && no !== '' && typeof title === 'string' && title !== '') board.set(entity, no)
    }
  }
  return board
}

function shownBoard(db: ReadableDb): ReadonlyMap<string, string> {
  const sql = `SELECT id, no FROM incident WHERE title <> '' UNION ALL SELECT id, no FROM task WHERE title <> ''`
  return new Map(
    db
      .prepare<[], { id: string; no: string }>(sql)
      .all()
      .map(({ id, no }) => [id, no]),
  )
}
