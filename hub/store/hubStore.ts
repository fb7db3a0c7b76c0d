import type { WritableDb } from '../../shared/node/openDatabase.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'
import { epochName } from '../../shared/protocol/identity.ts'
import type { Random } from '../../shared/protocol/ports.ts'
import type { HubStore } from '../core/ports.ts'
import {
  insertBranch,
  insertEvent,
  insertParked,
  readChain,
  readChains,
  readHash,
  readHead,
  readParkedCode,
  writeHead,
} from './chains.ts'
import { fillFeed, readFeed, readFeedHash, readFeedHead, writeDelivered } from './feeds.ts'
import {
  insertDevice,
  insertEnrolCode,
  insertTownship,
  readDevice,
  readDevicesOf,
  readEnrolCodes,
  readMeta,
  readTownship,
  readTownships,
  writeCodeUsed,
  writeMeta,
  writeRevoked,
} from './registry.ts'
import { migrations } from './schema.ts'

/** What kept the hub's database from opening. */
export class HubStoreError extends Error {
  readonly code: 'newerVersion'
  constructor(code: HubStoreError['code']) {
    super(`hub store: ${code}`)
    this.code = code
  }
}

/** The hub's store over an open database; brings it to this program's version and starts the first hub epoch of a new one. @throws {HubStoreError} */
export function createHubStore(db: WritableDb, random: Pick<Random, 'bytes'>): HubStore {
  migrate(db)
  if (readMeta(db, 'hub_epoch') === null) writeMeta(db, 'hub_epoch', epochName(1, random.bytes(4)))
  return {
    transaction: (work) => {
      const result = db
        .transaction(() => {
          const result = work()
          // Counted for the marker file outside the database: a database with fewer than that was put back from a backup.
          writeMeta(db, 'commits', String(commitsOf(db) + 1))
          return result
        })
        .immediate()
      return result
    },
    hubEpoch: () => readMeta(db, 'hub_epoch') ?? '',
    startHubEpoch: (epoch) => writeMeta(db, 'hub_epoch', epoch),
    lastHlc: () => readMeta(db, 'hlc') ?? makeHlc(0, 0),
    saveHlc: (hlc) => writeMeta(db, 'hlc', hlc),
    township: (division) => readTownship(db, division),
    townships: () => readTownships(db),
    addTownship: (township, at) => insertTownship(db, township, at),
    device: (origin) => readDevice(db, origin),
    devicesOf: (division) => readDevicesOf(db, division),
    addDevice: (device) => insertDevice(db, device),
    revokeDevice: (origin, at) => writeRevoked(db, origin, at),
    addEnrolCode: (code) => insertEnrolCode(db, code),
    enrolCodes: () => readEnrolCodes(db),
    spendEnrolCode: (key, origin, at) => writeCodeUsed(db, key, origin, at),
    head: (chain) => readHead(db, chain),
    chainsOf: (origin) => readChains(db, origin),
    hashAt: (chain, seq) => readHash(db, chain, seq),
    insertEvent: (event, at) => insertEvent(db, event, at),
    moveHead: (chain, head) => writeHead(db, chain, head),
    park: (record) => insertParked(db, record),
    parkedCode: (chain, seq) => readParkedCode(db, chain, seq),
    keepBranch: (event, at) => insertBranch(db, event, at),
    readChain: (chain, fromSeq, limit) => readChain(db, chain, fromSeq, limit),
    fillFeed: (device) => fillFeed(db, device),
    feedHead: (device, lane) => readFeedHead(db, device, lane),
    feedHashAt: (device, lane, feedSeq) => readFeedHash(db, device, lane, feedSeq),
    readFeed: (device, lane, fromFeedSeq, limit) => readFeed(db, device, lane, fromFeedSeq, limit),
    saveDelivered: (device, lane, feedSeq, at) => writeDelivered(db, device, lane, feedSeq, at),
    saveCheckpoint({ checkpoint: c, signature, countersignature, at }) {
      db.prepare(
        'INSERT INTO checkpoint (origin, epoch, n, heads, signature, countersignature, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(c.origin, c.epoch, c.n, JSON.stringify(c.heads), signature, countersignature, at)
    },
    raiseAlarm(kind, detail, at) {
      db.prepare('INSERT INTO alarm (at_ms, kind, detail) VALUES (?, ?, ?)').run(at, kind, detail)
    },
  }
}

/** How many transactions this database has seen. */
export function commitsOf(db: WritableDb): number {
  return Number(readMeta(db, 'commits') ?? '0')
}

function migrate(db: WritableDb): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > migrations.length) throw new HubStoreError('newerVersion')
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${index + 1}`)
    })()
  }
}
