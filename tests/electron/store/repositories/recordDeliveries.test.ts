import { afterEach, beforeEach, expect, it } from 'vitest'
import { readRecordDeliveries } from '../../../../electron/store/repositories/recordDeliveries.ts'
import { makeCounty } from '../../../support/county.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { makeForeignDevice } from '../../../support/foreignDevice.ts'
import { plansOf } from '../../../support/queryPlans.ts'

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

function enter(text: string) {
  const body = { at: test.clock.now(), text }
  const [sealed] = test.desk.store.append([{ kind: 'log.entered', entity: `log-${text}`, body, base: [] }], {
    author: null,
  })
  if (!sealed) throw new Error('nothing written')
  return sealed
}

it('tells how far each record has come', () => {
  const { store, clock } = { store: test.desk.store, clock: test.clock }
  const [delivered, rejected, lost, stored, read] = ['一', '二', '三', '四', '五'].map(enter)
  if (!delivered || !rejected || !lost || !stored || !read) throw new Error('nothing written')
  const { epoch } = store
  store.writeLocal((db) => {
    db.prepare('INSERT INTO own_ack (epoch, lane, acked, acked_once) VALUES (?, 2, ?, ?)').run(
      epoch,
      rejected.envelope.seq,
      lost.envelope.seq,
    )
    db.prepare("INSERT INTO parked (epoch, lane, seq, code) VALUES (?, 2, ?, 'tooLarge')").run(
      epoch,
      rejected.envelope.seq,
    )
  })
  const colleague = makeForeignDevice({ origin: `d${'1'.repeat(30)}`, scope: '510124103' }, clock.now)
  const theirs = colleague({ kind: 'log.entered', entity: 'log-x', lane: 2, body: { at: 1, text: '邻机所记' } })
  store.applyRemote([theirs, makeCounty('510124103', clock.now).read(read, '陈立')])
  const versions = [delivered, rejected, lost, stored, read, theirs].map(({ hash }) => hash.slice(0, 16))
  expect(Object.values(readRecordDeliveries(store.db, store.origin, [...versions, 'ffffffffffffffff']))).toEqual([
    { delivery: 'delivered', reading: null },
    { delivery: 'rejected', reading: null },
    { delivery: 'redeliver', reading: null },
    { delivery: 'stored', reading: null },
    { delivery: 'read', reading: { by: '陈立', at: clock.now() } },
    { delivery: null, reading: null },
  ])
})

it('finds events by the beginning of their hash without going through the log', () => {
  const plans = plansOf(test.desk.store.db, (db) => readRecordDeliveries(db, 'd', ['0123456789abcdef']))
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN own_ack', 'SCAN v VIRTUAL TABLE INDEX 1:'])
})

it('believes only the county that something was read', () => {
  const { store } = test.desk
  const ours = enter('一')
  const { origin, epoch, lane, seq } = ours.envelope
  const colleague = makeForeignDevice({ origin: `d${'1'.repeat(30)}`, scope: '510124103' }, test.clock.now)
  const version = ours.hash.slice(0, 16)
  const body = { origin, epoch, lane, seq, hash: ours.hash, by: '冒名', at: 1 }
  store.applyRemote([colleague({ kind: 'receipt.read', entity: `receipt:${version}`, lane: 2, body })])
  expect(readRecordDeliveries(store.db, store.origin, [version])).toEqual({
    [version]: { delivery: 'stored', reading: null },
  })
})
