import { isTownshipDivision } from '../../shared/domain/township/division.ts'
import type { JsonObject } from '../../shared/protocol/canonical.ts'
import { FLAG_DRILL } from '../../shared/protocol/envelope.ts'
import { hlcMs } from '../../shared/protocol/hlc.ts'
import { sideOf } from '../../shared/protocol/identity.ts'
import { normaliseDivision } from '../../shared/protocol/scope.ts'
import { deviceRevoked, orderIssued, receiptRead } from '../core/countyActs.ts'
import { issueEnrolCode } from '../core/enrolment.ts'
import type { HubCore } from '../core/hubCore.ts'
import type { DeviceRecord, Township } from '../core/ports.ts'
import type { OpenHub } from '../openHub.ts'
import {
  countAside,
  countTownshipEvents,
  countUndelivered,
  type HeldEvent,
  readAside,
  readDelivery,
  readEntitiesByNumber,
  readEventsByHash,
  readEventsOfEntity,
  readEventsOfKind,
  readLastArrival,
  readTownshipEvents,
} from '../store/reports.ts'
import { AdminError } from './adminError.ts'
import { findAttachment, listAttachments } from './attachmentAnswers.ts'
import type { AdminRequest, EnrolRow, LogRow, OrderRow, ReadRow, TownshipRow } from './protocol.ts'

type RequestOf<C extends AdminRequest['command']> = Extract<AdminRequest, { command: C }>

/** Carries out one request of the command line. @throws {AdminError} */
export function answerAdmin(hub: OpenHub, request: AdminRequest): Iterable<unknown> {
  const core = hub.core()
  if (!core) throw new AdminError('unavailable')
  switch (request.command) {
    case 'enroll':
      return [enroll(hub, request)]
    case 'order':
      return order(hub, core, request)
    case 'orders':
      return orders(hub, core)
    case 'read':
      return read(hub, core, request)
    case 'log':
      return log(hub, request.division)
    case 'townships':
      return hub
        .store()
        .townships()
        .map((township) => describeTownship(hub, core, township))
    case 'attachments':
      return listAttachments(hub, request.division)
    case 'attachment':
      return [findAttachment(hub, request.sha)]
    case 'revoke':
      return revoke(hub, core, request)
    case 'restored':
      core.restart()
      return [{ hubEpoch: hub.store().hubEpoch() }]
  }
}

function enroll(hub: OpenHub, { division, name, days }: RequestOf<'enroll'>): EnrolRow {
  const township: Township = { division: normaliseDivision(division), name }
  if (!isTownshipDivision(township.division)) throw new AdminError('badDivision')
  const lifetime = days === undefined ? undefined : days * 24 * 3_600_000
  const issued = issueEnrolCode({ ...hub.ports, store: hub.store() }, hub.hubId, township, lifetime)
  return { ...issued, division: township.division, name: hub.store().township(township.division)?.name ?? name }
}

function knownTownship(hub: OpenHub, division: string): Township {
  const township = hub.store().township(normaliseDivision(division))
  if (!township) throw new AdminError('unknownTownship')
  return township
}

function order(hub: OpenHub, core: HubCore, request: RequestOf<'order'>): readonly OrderRow[] {
  const { title, text, urgent, replyBy, by, drill = false } = request
  const townships = request.division === 'all' ? hub.store().townships() : [knownTownship(hub, request.division)]
  if (townships.length === 0) throw new AdminError('unknownTownship')
  const id = Buffer.from(hub.ports.random.bytes(10)).toString('hex')
  const no = `${drill ? '演-' : ''}${nextOrderNumber(hub, drill)}`
  const urgency = urgent ? 'life-safety' : 'ordinary'
  core.act(
    townships.map(({ division }) => orderIssued({ id, no, title, text, urgency, replyBy, scope: division, drill }, by)),
  )
  return orders(hub, core).filter((row) => row.id === id)
}

/** 0714-县01: the Beijing day and a count within it. A drill's orders are counted apart and use up no real number. */
function nextOrderNumber(hub: OpenHub, drill: boolean): string {
  const mark = drill ? '演-' : ''
  const day = new Date(hub.ports.clock.now() + 8 * 3_600_000).toISOString().slice(5, 10).replace('-', '')
  const taken = new Set(readEventsOfKind(hub.db(), 'order.issued').map(({ envelope }) => envelope.body.no))
  let count = 1
  while (taken.has(`${mark}${day}-县${String(count).padStart(2, '0')}`)) count += 1
  return `${day}-县${String(count).padStart(2, '0')}`
}

function orders(hub: OpenHub, core: HubCore): readonly OrderRow[] {
  return readEventsOfKind(hub.db(), 'order.issued')
    .filter(({ envelope }) => envelope.origin === core.hubId)
    .map(({ id, envelope }) => {
      const { body, entity, scope, hlc, flags } = envelope
      return {
        id: entity.slice('order:'.length),
        no: textOf(body, 'no'),
        title: textOf(body, 'title'),
        division: scope,
        township: hub.store().township(scope)?.name ?? '',
        urgent: body.urgency === 'life-safety',
        drill: (flags & FLAG_DRILL) !== 0,
        issuedAt: hlcMs(hlc),
        replyBy: typeof body.replyBy === 'number' ? body.replyBy : null,
        consoles: readDelivery(hub.db(), id).map(({ device, received }) => {
          const { letter = '', name = '' } = hub.store().device(device) ?? {}
          return { letter, name, received }
        }),
        answers: readEventsOfEntity(hub.db(), entity)
          .filter((event) => sideOf(event.envelope.origin) === 'township' && event.envelope.scope === scope)
          .map(({ envelope: answer }) => ({
            kind: answer.kind,
            by: textOf(answer.body, 'by') || (answer.author?.name ?? ''),
            at: hlcMs(answer.hlc),
            text: textOf(answer.body, 'text') || textOf(answer.body, 'note') || textOf(answer.body, 'reason'),
          })),
      }
    })
}

/** Marks as read by the county: one event by the first digits of its hash, or all of one thing by its id or number. */
function read(hub: OpenHub, core: HubCore, { id, by }: RequestOf<'read'>): readonly ReadRow[] {
  const events = findEvents(hub, id).filter(({ envelope }) => sideOf(envelope.origin) === 'township')
  if (events.length === 0) throw new AdminError('unknownId')
  const unread = events.filter(({ hash }) => !isReadBy(hub, hash, by))
  const at = hub.ports.clock.now()
  if (unread.length > 0) core.act(unread.map((event) => receiptRead(event, by, at)))
  return events.map(({ hash, envelope }) => ({ hash, kind: envelope.kind, by }))
}

function isReadBy(hub: OpenHub, hash: string, by: string): boolean {
  return readEventsOfEntity(hub.db(), `receipt:${hash.slice(0, 16)}`).some(
    ({ envelope }) => envelope.body.hash === hash && envelope.body.by === by,
  )
}

function findEvents(hub: OpenHub, id: string): readonly HeldEvent[] {
  const db = hub.db()
  const byEntity = readEventsOfEntity(db, id)
  if (byEntity.length > 0) return byEntity
  if (/^[0-9a-f]{6,64}$/.test(id)) {
    const byHash = readEventsByHash(db, id)
    if (byHash.length > 1) throw new AdminError('ambiguousId')
    if (byHash.length === 1) return byHash
  }
  const entities = readEntitiesByNumber(db, id)
  if (entities.length > 1) throw new AdminError('ambiguousId')
  return entities.flatMap((entity) => readEventsOfEntity(db, entity))
}

function* log(hub: OpenHub, division: string): Generator<LogRow> {
  const township = knownTownship(hub, division)
  const devices = hub.store().devicesOf(township.division)
  const letters = new Map(devices.map(({ origin, letter }) => [origin, letter]))
  for (const { hash, envelope, receivedAt } of readTownshipEvents(hub.db(), township.division)) {
    const { origin, epoch, lane, seq, n, hlc, kind, entity, author, body, flags } = envelope
    const letter = letters.get(origin) ?? (origin === hub.hubId ? '县' : '')
    const by = author?.name ?? ''
    yield {
      hash,
      origin,
      letter,
      epoch,
      lane,
      seq,
      n,
      at: hlcMs(hlc),
      receivedAt,
      kind,
      entity,
      by,
      text: summaryOf(body),
      drill: (flags & FLAG_DRILL) !== 0,
    }
  }
  for (const { origin, letter } of devices) {
    for (const { reason, ...row } of readAside(hub.db(), origin)) {
      const unread = { n: 0, at: row.receivedAt, kind: '', entity: '', by: '', text: '', drill: false }
      yield { ...row, ...unread, letter, aside: reason }
    }
  }
}

function describeTownship(hub: OpenHub, core: HubCore, { division, name }: Township): TownshipRow {
  const connected = new Set(core.connected())
  const devices = hub.store().devicesOf(division)
  const sum = (table: 'parked' | 'branch') =>
    devices.reduce((total, { origin }) => total + countAside(hub.db(), table, origin), 0)
  return {
    division,
    name,
    events: countTownshipEvents(hub.db(), division),
    parked: sum('parked'),
    branches: sum('branch'),
    consoles: devices.map(({ origin, letter, name, revokedAt }: DeviceRecord) => ({
      origin,
      letter,
      name,
      connected: connected.has(origin),
      revoked: revokedAt !== null,
      lastEventAt: readLastArrival(hub.db(), origin),
      waiting: countUndelivered(hub.db(), origin),
    })),
  }
}

function revoke(hub: OpenHub, core: HubCore, { device, reason, by }: RequestOf<'revoke'>): readonly unknown[] {
  const all = hub
    .store()
    .townships()
    .flatMap(({ division }) => hub.store().devicesOf(division))
  const found = all.filter(({ origin }) => origin === device || (device.length >= 6 && origin.startsWith(device)))
  const [only] = found
  if (!only) throw new AdminError('unknownDevice')
  if (found.length > 1) throw new AdminError('ambiguousId')
  if (only.revokedAt !== null) throw new AdminError('alreadyRevoked')
  core.revoke(only.origin, [deviceRevoked(only.origin, only.division, reason, by)])
  return [{ origin: only.origin, letter: only.letter, name: only.name }]
}

/** A few words that tell a person what an event is about. */
function summaryOf(body: JsonObject): string {
  return textOf(body, 'title') || textOf(body, 'text') || textOf(body, 'name')
}

function textOf(body: JsonObject, field: string): string {
  const value = body[field]
  return typeof value === 'string' ? value : ''
}
