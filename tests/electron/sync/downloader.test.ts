import { describe, expect, test } from 'vitest'
import { createDownloader } from '../../../electron/sync/downloader.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { envelopeText, sealEnvelope } from '../../../shared/protocol/envelope.ts'
import type { FrameOf } from '../../../shared/protocol/frames.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'
import type { Lane } from '../../../shared/protocol/lanes.ts'
import { createMemoryStore, type MemoryStore } from '../../support/memorySyncStore.ts'
import { createWorld, type World } from '../../support/world.ts'

interface Under {
  readonly world: World
  readonly store: MemoryStore
  readonly confirmed: [Lane, number][]
  readonly failures: unknown[]
  readonly downloader: ReturnType<typeof createDownloader>
}

function setUp(change: Partial<MemoryStore> = {}): Under {
  const world = createWorld(1)
  const store = createMemoryStore({
    origin: 'd-here',
    division: '360123101',
    random: world.random,
    now: world.clock.now,
  })
  const confirmed: [Lane, number][] = []
  const failures: unknown[] = []
  const downloader = createDownloader({
    store: { ...store, ...change },
    primitives: nodePrimitives,
    clock: world.clock,
    log: world.log,
    confirm: (lane, feedSeq) => void confirmed.push([lane, feedSeq]),
    onFailure: (error) => void failures.push(error),
  })
  return { world, store, confirmed, failures, downloader }
}

function down(lane: Lane, from: number, count: number, origin = 'd-there'): FrameOf<'down'> {
  let prev = from === 1 ? '' : 'f'.repeat(64)
  const events = Array.from({ length: count }, (_, index) => {
    const seq = from + index
    const sealed = sealEnvelope(
      {
        origin,
        epoch: '1-00000000',
        lane,
        seq,
        n: seq,
        hlc: makeHlc(seq, 0),
        clockQuality: 0,
        flags: 0,
        scope: '360123101',
        kind: 'log.entered',
        kindVer: 1,
        entity: `log:${lane}:${seq}`,
        base: [],
        body: { seq },
        author: null,
        approver: null,
        prev,
      },
      nodePrimitives,
    )
    prev = sealed.hash
    return JSON.parse(envelopeText(sealed.envelope)) as unknown
  })
  return { t: 'down', lane, from, events }
}

describe('a feed frame', () => {
  test('is confirmed when all of it is held, with the cursor beside it', () => {
    const { world, store, confirmed, downloader } = setUp()
    downloader.receive(down(2, 1, 300))
    expect(confirmed).toEqual([])
    world.advance(1)
    expect(confirmed).toEqual([[2, 300]])
    expect(store.hashes()).toHaveLength(300)
    expect(store.downCursor(2).feedSeq).toBe(300)
  })

  test('goes in by small transactions, and an urgent one overtakes between them', () => {
    const order: Lane[] = []
    const { world, store, downloader } = setUp({
      applyDown(lane, events, cursor) {
        order.push(lane)
        store.applyDown(lane, events, cursor)
      },
    })
    downloader.receive(down(2, 1, 200))
    world.clock.defer(() => downloader.receive(down(0, 1, 1)))
    world.advance(1)
    expect(order.indexOf(0)).toBeGreaterThan(0)
    expect(order.indexOf(0)).toBeLessThan(order.length - 1)
  })

  test('that comes too early waits for the one before it', () => {
    const { world, store, confirmed, downloader } = setUp()
    downloader.receive(down(1, 3, 2))
    world.advance(1)
    expect(confirmed).toEqual([])
    downloader.receive(down(1, 1, 2))
    world.advance(1)
    expect(confirmed).toEqual([
      [1, 2],
      [1, 4],
    ])
    expect(store.hashes()).toHaveLength(4)
  })

  test('that comes again is confirmed again and applied once', () => {
    const { world, store, confirmed, downloader } = setUp()
    for (let time = 0; time < 2; time += 1) {
      downloader.receive(down(1, 1, 2))
      world.advance(1)
    }
    expect(confirmed).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(store.hashes()).toHaveLength(2)
  })

  test('that overlaps the last one adds only what is new', () => {
    const { world, confirmed, downloader, store } = setUp()
    downloader.receive(down(1, 1, 2))
    world.advance(1)
    downloader.receive(down(1, 2, 3))
    world.advance(1)
    expect(confirmed.at(-1)).toEqual([1, 4])
    expect(store.downCursor(1).feedSeq).toBe(4)
  })

  test('with an unreadable event does not stop the feed', () => {
    const { world, confirmed, downloader, store } = setUp()
    const frame = down(1, 1, 3)
    downloader.receive({ ...frame, events: [frame.events[0], { no: 'envelope' }, frame.events[2]] })
    world.advance(1)
    expect(confirmed).toEqual([[1, 3]])
    expect(store.hashes()).toHaveLength(2)
    expect(world.entries.join()).toContain('sync.unreadableEvent')
  })

  test('that the store refuses is not confirmed', () => {
    const full = new Error('disk full')
    const { world, confirmed, failures, downloader } = setUp({
      applyDown: () => {
        throw full
      },
    })
    downloader.receive(down(1, 1, 2))
    world.advance(1)
    expect([confirmed, failures]).toEqual([[], [full]])
  })

  test('is not taken when another database stands behind the store: what that one lacks would never come again', () => {
    const { world, store, confirmed, failures, downloader } = setUp()
    downloader.receive(down(1, 1, 4))
    world.advance(1)
    const held = store.hashes()
    store.disk.cursors[1] = { feedSeq: 2, hash: '' }
    downloader.receive(down(1, 5, 1))
    world.advance(1)
    expect([store.downCursor(1).feedSeq, store.hashes(), confirmed]).toEqual([2, held, [[1, 4]]])
    expect(failures).toHaveLength(1)
    downloader.reset()
    downloader.receive(down(1, 3, 3))
    world.advance(1)
    expect(confirmed.at(-1)).toEqual([1, 5])
  })

  test('after the end of its connection is left alone', () => {
    const { world, confirmed, downloader, store } = setUp()
    downloader.receive(down(1, 1, 2))
    downloader.stop()
    world.advance(1)
    expect([confirmed, store.hashes()]).toEqual([[], []])
  })
})
