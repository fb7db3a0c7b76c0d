import { describe, expect, test } from 'vitest'
import { createHubStore } from '../../../hub/store/hubStore.ts'
import { countUndelivered, readDelivery, readEventsOfKind } from '../../../hub/store/reports.ts'
import { migrations } from '../../../hub/store/schema.ts'
import { openDatabase } from '../../../shared/node/openDatabase.ts'
import type { Frame } from '../../../shared/protocol/frames.ts'
import { joinedRawConsole } from '../../support/rawConsole.ts'
import { DIVISION } from '../../support/simulatedHub.ts'
import { createSimulation } from '../../support/simulation.ts'
import { seededRandom } from '../../support/world.ts'

/** Lane, first number and texts of what came down. */
const downs = (frames: readonly Frame[]) =>
  frames.flatMap((frame) =>
    frame.t === 'down' && frame.lane === 2 ? [[frame.from, ...frame.events.map((event) => textIn(event))]] : [],
  )
const textIn = (event: unknown): unknown => (event as readonly { text?: unknown }[])[14]?.text

function setUp() {
  const simulation = createSimulation(1)
  const a = joinedRawConsole(simulation, 'a')
  const b = joinedRawConsole(simulation, 'b')
  let seq = 0
  const write = (text: string) => {
    seq += 1
    a.send(a.events(2, seq, [a.event(2, { text })]))
  }
  const { hub } = simulation
  return { simulation, hub, a, b, write, head: () => hub.store().feedHead(b.origin, 2) }
}

describe('the feed of a console', () => {
  test('that receives grows with every event', () => {
    const { b, write, head } = setUp()
    write('一')
    write('二')
    expect(downs(b.take())).toEqual([
      [1, '一'],
      [2, '二'],
    ])
    expect(head()).toBe(2)
  })

  test('that is not there is filled when it comes, in order of arrival, without a gap and without its own', () => {
    const { b, write, head, hub } = setUp()
    write('一')
    b.take()
    b.connect({ change: { lanes: 0 } })
    write('二')
    b.send(b.events(2, 1, [b.event(2, { text: '自己的' })]))
    write('三')
    expect([head(), downs(b.take())]).toEqual([1, []])
    const carried = b.send({ t: 'carry', lanes: 7, down: [0, 0, 1] })
    expect([head(), downs(carried)]).toEqual([3, [[2, '二', '三']]])
    write('四')
    expect(downs(b.take())).toEqual([[4, '四']])
    hub.restart()
    expect(downs(b.connect())).toEqual([[1, '一', '二', '三', '四']])
  })

  test('counts as waiting also what it was not filled with yet', () => {
    const { hub, a, b, write } = setUp()
    b.send({ t: 'downAck', lane: 1, seq: hub.store().feedHead(b.origin, 1) })
    b.connect({ change: { lanes: 0 } })
    const before = countUndelivered(hub.db(), b.origin)
    write('一')
    write('二')
    expect(countUndelivered(hub.db(), b.origin) - before).toBe(2)
    hub.order('order-1')
    const [order] = readEventsOfKind(hub.db(), 'order.issued')
    expect(readDelivery(hub.db(), order?.id ?? 0)).toEqual([
      { device: a.origin, received: false },
      { device: b.origin, received: false },
    ])
    b.send({ t: 'carry', lanes: 7, down: [0, 0, 0] })
    b.send({ t: 'downAck', lane: 0, seq: hub.store().feedHead(b.origin, 0) })
    expect(readDelivery(hub.db(), order?.id ?? 0).map(({ received }) => received)).toEqual([false, true])
    hub.core().revoke(b.origin, [])
    write('三')
    expect(countUndelivered(hub.db(), b.origin)).toBeLessThan(before + 4)
  })
})

test('a database whose feeds were filled with every event goes on where they end', () => {
  const db = openDatabase(':memory:')
  db.exec(migrations[0] ?? '')
  db.pragma('user_version = 1')
  db.exec(`INSERT INTO township VALUES ('${DIVISION}', '青山镇', 0)`)
  for (const [origin, letter] of [
    ['da', 'A'],
    ['db', 'B'],
  ])
    db.exec(`INSERT INTO device VALUES ('${origin}', '', '${DIVISION}', '', '${letter}', 0, NULL)`)
  const add = (id: number, origin: string) =>
    db.exec(
      `INSERT INTO event VALUES (${id}, x'0${id}', '${origin}', '1-0', 2, ${id}, '${DIVISION}', 'log.entered', 'e', 0, x'5b5d')`,
    )
  add(1, 'da')
  db.exec(`INSERT INTO feed VALUES ('db', 2, 1, 1); INSERT INTO feed_head VALUES ('db', 2, 1, 1, 0)`)
  const store = createHubStore(db, seededRandom(1))
  const device = { origin: 'db', division: DIVISION }
  store.fillFeed(device)
  expect(store.feedHead('db', 2)).toBe(1)
  add(2, 'da')
  add(3, 'db')
  add(4, 'da')
  store.fillFeed(device)
  store.fillFeed(device)
  expect(db.prepare('SELECT feed_seq AS no, event_id AS event FROM feed ORDER BY feed_seq').all()).toEqual([
    { no: 1, event: 1 },
    { no: 2, event: 2 },
    { no: 3, event: 4 },
  ])
  db.close()
})
