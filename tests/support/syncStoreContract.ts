import { expect, test } from 'vitest'
import type { SyncStore } from '../../electron/sync/ports.ts'
import { nodePrimitives } from '../../shared/node/primitives.ts'
import { type Envelope, openEnvelope, type SealedEvent, sealEnvelope } from '../../shared/protocol/envelope.ts'
import { makeHlc } from '../../shared/protocol/hlc.ts'
import type { Lane } from '../../shared/protocol/lanes.ts'
import { reissueOf } from '../../shared/protocol/reissue.ts'

/** A store of a console with a way to write to it. */
export interface StoreUnderTest {
  readonly store: SyncStore
  /** Writes an own routine event. @returns its hash */
  write(text: string): string
  /** Whether an event is held, on whatever branch. */
  holds(hash: string): boolean
  /** The same folder opened again, as after a crash. */
  reopen(): StoreUnderTest
  close(): void
}

const PIN = { hubId: 'h0', publicKey: 'c'.repeat(64), hubEpoch: '1-a' }
const LIMIT = { events: 500, bytes: 1_000_000 }

export const other = (lane: Lane, seq: number, change: Partial<Envelope> = {}): SealedEvent =>
  sealEnvelope(
    {
      origin: 'd-other',
      epoch: '1-00000000',
      lane,
      seq,
      n: seq,
      hlc: makeHlc(1_800_000_000_000 + seq, 0),
      clockQuality: 0,
      flags: 0,
      scope: '360123101',
      kind: 'future.kind',
      kindVer: 1,
      entity: `future:${lane}:${seq}`,
      base: [],
      body: { seq },
      author: null,
      approver: null,
      prev: seq === 1 ? '' : other(lane, seq - 1).hash,
      ...change,
    },
    nodePrimitives,
  )

/** What the engine relies on, for the console's real store and for the one in memory. */
export function describeSyncStore(make: () => StoreUnderTest): void {
  function withWritten(count: number): { under: StoreUnderTest; hashes: readonly string[] } {
    const under = make()
    const before = routine(under.store)?.head.seq ?? 0
    Array.from({ length: count }, (_, index) => under.write(`第 ${index} 条`))
    const chain = routine(under.store)
    expect(chain?.head.seq).toBe(before + count)
    const hashes = Array.from(
      { length: before + count },
      (_, index) => under.store.hashAt(nameOf(under.store), index + 1) ?? '',
    )
    return { under, hashes }
  }

  const nameOf = (store: SyncStore) => ({ epoch: store.currentEpoch(), lane: 2 as const })
  const routine = (store: SyncStore, epoch = store.currentEpoch()) =>
    store.ownChains().find((chain) => chain.lane === 2 && chain.epoch === epoch)

  test('own chains start unconfirmed, and are read in order within the limits', () => {
    const { under, hashes } = withWritten(5)
    const { store } = under
    expect(routine(store)).toMatchObject({
      acked: 0,
      ackedOnce: 0,
      closedAt: null,
      head: { seq: hashes.length, hash: hashes.at(-1) },
    })
    const read = store.readOwn(nameOf(store), 1, LIMIT).map((bytes) => openEnvelope(bytes, nodePrimitives).hash)
    expect(read).toEqual(hashes)
    expect(store.readOwn(nameOf(store), 2, { ...LIMIT, events: 2 })).toHaveLength(2)
    expect(store.readOwn(nameOf(store), 1, { ...LIMIT, bytes: 1 })).toHaveLength(1)
    expect(store.readOwn(nameOf(store), hashes.length + 1, LIMIT)).toEqual([])
    expect(store.hashAt(nameOf(store), hashes.length + 1)).toBeNull()
    under.close()
  })

  test('confirmations only rise by confirming and only fall by being lowered; what was once confirmed stays known', () => {
    const { under } = withWritten(5)
    const { store } = under
    store.saveAck(nameOf(store), 4, 1)
    store.saveAck(nameOf(store), 2, 2)
    expect(routine(store)).toMatchObject({ acked: 4, ackedOnce: 4 })
    store.lowerAck(nameOf(store), 1)
    expect(routine(store)).toMatchObject({ acked: 1, ackedOnce: 4 })
    store.saveAck(nameOf(store), 5, 3)
    expect(routine(under.reopen().store)).toMatchObject({ acked: 5, ackedOnce: 5 })
  })

  test('others’ events and their cursor are kept together, once each', () => {
    const under = make()
    const { store } = under
    const events = [1, 2, 3].map((seq) => other(1, seq))
    const cursor = { feedSeq: 3, hash: events[2]?.hash ?? '' }
    expect(store.downCursor(1)).toEqual({ feedSeq: 0, hash: '' })
    store.applyDown(1, events, cursor)
    store.applyDown(1, events, cursor)
    expect(events.every(({ hash }) => under.holds(hash))).toBe(true)
    expect(store.ownChains().some(({ head }) => head.hash === cursor.hash)).toBe(false)
    const again = under.reopen()
    expect([again.store.downCursor(1), again.store.downCursor(0).feedSeq]).toEqual([cursor, 0])
    again.store.resetDown(1)
    expect(again.store.downCursor(1)).toEqual({ feedSeq: 0, hash: '' })
    again.close()
  })

  test('another hub, and another life of one, start the feed again in the same transaction', () => {
    const under = make()
    const { store } = under
    const enrolled = { pin: PIN, township: { division: '360123101', name: '青山镇' }, letter: 'A' }
    const event = other(1, 1)
    const receive = () => store.applyDown(1, [event], { feedSeq: 1, hash: event.hash })
    store.saveEnrolled(enrolled)
    receive()
    store.saveEnrolled(enrolled)
    store.saveHubEpoch('1-a')
    expect(store.downCursor(1).feedSeq).toBe(1)
    store.saveHubEpoch('2-b')
    expect(store.downCursor(1).feedSeq).toBe(0)
    receive()
    store.saveEnrolled({ ...enrolled, pin: { ...PIN, hubId: 'h1', hubEpoch: '2-b' } })
    expect(store.downCursor(1).feedSeq).toBe(0)
    under.close()
  })

  test('behind a fork, a chain is what the hub gave of it: it can be given back', () => {
    const { under, hashes } = withWritten(3)
    const { store } = under
    const { epoch, lane } = nameOf(store)
    const common = hashes.length - 1
    const theirs = other(lane, common + 1, {
      origin: store.origin,
      epoch,
      prev: hashes[common - 1] ?? '',
      scope: '360123101',
    })
    const next = other(lane, common + 2, { origin: store.origin, epoch, prev: theirs.hash, scope: '360123101' })
    store.applyOwn([theirs, next])
    store.startEpoch('fork')
    store.reissue([{ epoch, lane, commonSeq: common }])
    expect(routine(store, epoch)).toMatchObject({
      head: { seq: common + 2, hash: next.hash },
      closedAt: common + 2,
    })
    expect([common, common + 1, common + 2].map((seq) => store.hashAt({ epoch, lane }, seq))).toEqual([
      hashes[common - 1],
      theirs.hash,
      next.hash,
    ])
    const read: string[] = []
    while (read.length < common + 2)
      for (const bytes of store.readOwn({ epoch, lane }, read.length + 1, LIMIT))
        read.push(openEnvelope(bytes, nodePrimitives).hash)
    expect(read).toEqual([...hashes.slice(0, common), theirs.hash, next.hash])
    expect(store.holdsOwn({ epoch, lane }, common + 1, hashes[common] ?? '')).toBe(true)
    under.close()
  })

  test('a hole in another’s chain loses nothing behind it', () => {
    const under = make()
    const events = [1, 3, 4].map((seq) => other(1, seq))
    under.store.applyDown(1, events, { feedSeq: 3, hash: events[2]?.hash ?? '' })
    expect(events.map(({ hash }) => under.holds(hash))).toEqual([true, true, true])
    under.close()
  })

  test('two histories of another’s chain are both kept', () => {
    const under = make()
    const events = [other(1, 1), other(1, 2), other(1, 2, { body: { twin: true } }), other(1, 3)]
    under.store.applyDown(1, events, { feedSeq: 4, hash: events[3]?.hash ?? '' })
    expect(events.map(({ hash }) => under.holds(hash))).toEqual([true, true, true, true])
    under.close()
  })

  test('own events that come back extend the chain they belong to', () => {
    const under = make()
    const { store } = under
    const lost = [1, 2].map((seq) =>
      other(0, seq, {
        origin: store.origin,
        epoch: '1-11111111',
        ...(seq === 2 && { prev: other(0, 1, { origin: store.origin, epoch: '1-11111111' }).hash }),
      }),
    )
    store.applyOwn(lost)
    const chain = store.ownChains().find(({ epoch }) => epoch === '1-11111111')
    expect(chain).toMatchObject({ lane: 0, head: { seq: 2, hash: lost[1]?.hash }, acked: 0 })
    under.close()
  })

  test('a forked chain ends where both sides agree, and the rest is written again once, in order', () => {
    const { under, hashes } = withWritten(4)
    const { store } = under
    const forked = nameOf(store)
    const commonSeq = hashes.length - 3
    const theirs = other(2, commonSeq + 1, {
      origin: store.origin,
      epoch: forked.epoch,
      prev: hashes[commonSeq - 1] ?? '',
    })
    const fresh = store.startEpoch('fork')
    expect(store.currentEpoch()).toBe(fresh)
    store.applyOwn([theirs])
    expect(under.holds(theirs.hash)).toBe(true)
    expect(store.hashAt(forked, commonSeq + 1)).toBe(hashes[commonSeq])

    expect(store.reissue([{ ...forked, commonSeq }])).toBe(3)
    expect(store.reissue([{ ...forked, commonSeq }])).toBe(0)
    expect(routine(store, forked.epoch)).toMatchObject({ closedAt: commonSeq + 1, head: { hash: theirs.hash } })
    const again = under.reopen()
    const repeated = again.store
      .readOwn({ epoch: fresh, lane: 2 }, 1, LIMIT)
      .map((bytes) => reissueOf(openEnvelope(bytes, nodePrimitives).envelope.body))
      .filter((hash) => hash !== null)
    expect(repeated).toEqual(hashes.slice(commonSeq))
    again.close()
  })

  test('the checkpoint names the heads of the current epoch', () => {
    const { under, hashes } = withWritten(3)
    const { store } = under
    const checkpoint = store.currentCheckpoint()
    expect(checkpoint).toMatchObject({ origin: store.origin, epoch: store.currentEpoch() })
    expect(checkpoint.heads[2]).toEqual([hashes.length, hashes.at(-1)])
    expect(checkpoint.n).toBe(checkpoint.heads.reduce((sum, [seq]) => sum + seq, 0))
    store.saveCheckpoint(checkpoint, new Uint8Array(64))
    store.saveCheckpoint(checkpoint, new Uint8Array(64))
    store.saveCountersignature(checkpoint, { hubId: 'h0', hubEpoch: '1-a', at: 5, signature: new Uint8Array(64) })
    under.close()
  })

  test('an event the hub keeps aside is remembered with its reason, once', () => {
    const { under } = withWritten(2)
    under.store.savePark(nameOf(under.store), 1, 'wrongScope')
    under.store.savePark(nameOf(under.store), 1, 'wrongScope')
    under.close()
  })

  test('enrolment survives a restart, before and after the answer', () => {
    const under = make()
    const request = {
      secret: 'a'.repeat(15),
      fingerprint: 'b'.repeat(15),
      township: { division: '360123101', name: '青山镇' },
      consoleName: '值班室',
      letter: 'A',
    }
    expect([under.store.hubPin(), under.store.pendingEnrolment()]).toEqual([null, null])
    under.store.savePendingEnrolment(request)
    const again = under.reopen()
    expect(again.store.pendingEnrolment()).toEqual(request)
    const pin = PIN
    again.store.saveEnrolled({ pin, township: request.township, letter: 'B' })
    again.store.saveHubEpoch('2-b')
    const last = again.reopen()
    expect([last.store.hubPin(), last.store.pendingEnrolment()]).toEqual([{ ...pin, hubEpoch: '2-b' }, null])
    last.close()
  })
}
