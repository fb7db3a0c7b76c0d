import { fieldsOf as fieldsOfCall } from '../../../shared/domain/call/readCall.ts'
import { type CallSource, isFromAbove } from '../../../shared/domain/classification.ts'
import { levelRank } from '../../../shared/domain/incident/levels.ts'
import { asReached } from '../../../shared/domain/report/countyHad.ts'
import { sentAt, sentOf } from '../../../shared/domain/report/readReport.ts'
import { countSteps } from '../../../shared/domain/response/readResponse.ts'
import type { IncidentFilter, IncidentRow } from '../../../shared/ipc/incidents.ts'
import type { CountyKnows, SituationIncident } from '../../../shared/ipc/situation.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readState } from '../projections/entityState.ts'
import { readCountyHad } from './countyHad.ts'
import { openDeliveries, type SentEvent } from './deliveries.ts'
import { readEvacuationSum } from './households.ts'
import { readIncidentPage } from './incidents.ts'
import { readOutages } from './outages.ts'
import { readReportedIncident } from './reporting.ts'
import { readBoard } from './response.ts'
import { readTasks } from './tasks.ts'

/** More than fit on any screen. */
const MOST_INCIDENTS = 24
const MOST_TASKS = 200
/** Newest records of one incident that are asked how far they have come: with every incident under way it stays a short read. */
const MOST_RECORDS = 200

type Desk = Pick<DeskContext, 'store' | 'cards' | 'clockRules' | 'reportData'>

/** What the head has to see: one incident, or all under way. */
export function readSituation(desk: Desk, incident: string | null): readonly SituationIncident[] {
  const { db } = desk.store
  const rows = incident === null ? readUnderWay(db) : readOne(db, incident)
  return rows
    .flatMap((row) => situationOf(desk, row, incident !== null) ?? [])
    .toSorted((a, b) => levelRank(b.row.level) - levelRank(a.row.level) || b.row.openedMs - a.row.openedMs)
}

function readUnderWay(db: ReadableDb): readonly IncidentRow[] {
  return readPage(db, { standings: ['open'], phases: ['received', 'verifying', 'responding'] })
}

function readOne(db: ReadableDb, id: string): readonly IncidentRow[] {
  return readPage(db, { ids: [id] })
}

function readPage(db: ReadableDb, filter: IncidentFilter): readonly IncidentRow[] {
  return readIncidentPage(db, filter, { sort: 'openedMs', descending: true, offset: 0, limit: MOST_INCIDENTS }).rows
}

function situationOf(desk: Desk, row: IncidentRow, alone: boolean): SituationIncident | null {
  const { db, origin } = desk.store
  const board = readBoard(db, row.id, desk.cards.all())
  if (!board) return null
  const outages = readOutages(db, row.id)
  return {
    row,
    board: { response: board.response, receivedAt: board.receivedAt },
    steps: countSteps(
      board.cards.map(({ card }) => card),
      board.response?.state ?? null,
    ),
    tasks: readTasks(db, { view: 'all', incident: row.id }, MOST_TASKS, desk.clockRules.amberFrom).rows,
    outages: alone ? outages : outages.filter((outage) => outage.incident?.id === row.id),
    ...readAsked(db, row.id, desk.reportData.classification().sources),
    county: readCounty(db, origin, row.id),
    evacuation: readEvacuationSum(db, row.id),
  }
}

/** What was asked for on the telephone, each thing once: by callers, and of us by the offices above. */
function readAsked(
  db: ReadableDb,
  incident: string,
  sources: readonly CallSource[],
): Pick<SituationIncident, 'asked' | 'ordered'> {
  const ids = db
    .prepare<[string], { id: string }>(
      `SELECT c.id FROM incident i JOIN call c ON c.incident = i.id WHERE i.root = ? AND c.voided = 0
       ORDER BY c.reported_ms DESC, c.id`,
    )
    .all(incident)
  const calls = ids.flatMap(({ id }) => {
    const call = readState(db, 'call', id)?.state
    return call ? [fieldsOfCall(call)] : []
  })
  const saidBy = (above: boolean) => {
    const texts = calls.filter(({ source }) => isFromAbove(source.key, sources) === above)
    return [...new Set(texts.map(({ requests }) => requests.trim()))].filter((text) => text !== '')
  }
  return { asked: saidBy(false), ordered: saidBy(true) }
}

function readCounty(db: ReadableDb, origin: string, incident: string): CountyKnows {
  const deliveryOf = openDeliveries(db, origin)
  const records = db
    .prepare<[string, number], SentEvent>(
      `WITH about (id) AS (SELECT DISTINCT m.event_id FROM incident f JOIN mention m ON m.subject = f.id WHERE f.root = ?)
       SELECT lower(hex(substr(e.hash, 1, 8))) AS version, e.origin, e.epoch, e.lane, e.seq
       FROM about a JOIN event e ON e.id = a.id ORDER BY e.id DESC LIMIT ?`,
    )
    .all(incident, MOST_RECORDS)
  const count = { read: 0, delivered: 0, waiting: 0 }
  for (const record of records) {
    const delivery = deliveryOf(record)
    if (delivery === 'read') count.read += 1
    else if (delivery === 'delivered') count.delivered += 1
    else if (delivery !== null) count.waiting += 1
  }
  const parts = readReportedIncident(db, incident)?.parts ?? []
  const sent = sentOf(
    asReached(
      parts.flatMap(({ reports }) => reports),
      readCountyHad(db, origin, parts),
    ),
    ['first', 'followUp', 'final', 'verified'],
  ).at(-1)
  const told = parts
    .flatMap((part) => part.told.filter(({ voided }) => !voided))
    .toSorted((a, b) => a.at - b.at)
    .at(-1)
  return {
    ...count,
    report: sent ? { kind: sent.label.kind, ordinal: sent.label.ordinal, at: sentAt(sent) ?? 0 } : null,
    told: told ? { to: told.to.name, route: told.route, at: told.at } : null,
  }
}
