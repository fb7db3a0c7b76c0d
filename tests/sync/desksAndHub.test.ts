import { afterEach, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../../electron/desk.ts'
import type { OrderRow } from '../../hub/admin/protocol.ts'
import { makeFolder, openTestDesk } from '../support/deskFixture.ts'
import { startTestHub, type TestHub } from '../support/hubFixture.ts'
import { waitFor } from '../support/waitFor.ts'

const DIVISION = '510124103'
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

function keep<T extends { close(): Promise<void> }>(opened: T): T {
  closing.push(() => opened.close())
  return opened
}

function hashesOf(desk: Desk): readonly string[] {
  return desk.store.db
    .prepare<[], { hash: Uint8Array }>('SELECT hash FROM event')
    .all()
    .map(({ hash }) => Buffer.from(hash).toString('hex'))
    .toSorted()
}

async function enrol(desk: Desk, hub: TestHub): Promise<void> {
  await desk.handlers['sync.setHub']({ url: hub.url })
  const answer = await desk.handlers['sync.enroll']({ code: await hub.enrolCode(DIVISION, '清溪镇') })
  expect(answer).toEqual({ outcome: 'enrolled', reason: null })
}

async function expectSame(hub: TestHub, ...desks: Desk[]): Promise<void> {
  for (const desk of desks) {
    await waitFor(
      async () => [hashesOf(desk), (await hub.hashes(DIVISION)).toSorted()],
      ([mine, theirs]) => mine?.join() === theirs?.join(),
    )
  }
}

describe('a console and the county hub over real sockets', () => {
  it('sends what was written before the first contact, and what is written while the hub is down, hash for hash', async () => {
    const { desk } = openTestDesk()
    keep(desk)
    await desk.handlers['log.enter']({ at: 1, text: '首次接通之前写下的记录' })
    const first = await startTestHub()
    await enrol(desk, first)
    await expectSame(first, desk)
    await first.close()

    await desk.handlers['log.enter']({ at: 2, text: '县平台不通时写下的记录' })
    const { state, pending } = await waitFor(
      () => desk.link.state(),
      (now) => now.state === 'waiting' && now.pending[2] > 0,
    )
    expect([state, pending[2]]).toEqual(['waiting', 1])

    const again = keep(await startTestHub({ folder: first.folder, port: Number(new URL(first.url).port) }))
    await desk.handlers['sync.retryNow'](null)
    await expectSame(again, desk)
  })

  it('drops a code that waits for the hub when somebody says so, and is not taken in behind their back', async () => {
    const { desk } = openTestDesk()
    keep(desk)
    const hub = await startTestHub()
    const code = await hub.enrolCode(DIVISION, '清溪镇')
    await hub.close()
    await desk.handlers['sync.setHub']({ url: hub.url })
    expect(await desk.handlers['sync.enroll']({ code })).toMatchObject({ outcome: 'pending' })
    expect(await desk.handlers['sync.hub'](null)).toMatchObject({ enrolled: false, enrolling: true })
    await desk.handlers['sync.cancelEnroll'](null)
    expect(await desk.handlers['sync.hub'](null)).toMatchObject({ enrolled: false, enrolling: false })
    expect(desk.link.state()).toMatchObject({ state: 'off', reason: 'notEnrolled' })
    const again = keep(await startTestHub({ folder: hub.folder, port: Number(new URL(hub.url).port) }))
    await desk.handlers['sync.retryNow'](null)
    // The code is still good: nobody has used it.
    expect(await desk.handlers['sync.enroll']({ code })).toEqual({ outcome: 'enrolled', reason: null })
    await expectSame(again, desk)
  })

  it('brings an order of the county to the desk, and the answer back', async () => {
    const { desk } = openTestDesk()
    keep(desk)
    const hub = keep(await startTestHub())
    await enrol(desk, hub)
    const [issued] = await hub.ask<OrderRow>({
      command: 'order',
      division: DIVISION,
      title: '立即转移李家湾二组群众',
      text: '',
      urgent: true,
      replyBy: null,
      by: '县应急局',
    })
    const page = await waitFor(
      () => desk.handlers['log.page']({ filter: { kinds: ['order.issued'] }, before: null, limit: 10 }),
      ({ lines }) => lines.length > 0,
    )
    expect(page.lines[0]?.body).toMatchObject({ no: issued?.no, title: '立即转移李家湾二组群众' })
    await expectSame(hub, desk)
  })

  it('closes in order right after a record was written', async () => {
    const { desk } = openTestDesk()
    const hub = keep(await startTestHub())
    await enrol(desk, hub)
    await desk.handlers['log.enter']({ at: 5, text: '关闭前的最后一条' })
    await desk.close()
    await new Promise((turn) => setImmediate(turn))
    expect(desk.store.db.open).toBe(false)
  })

  it('shows two consoles of a township the same, and a third that joins by code alone', async () => {
    const { desk: one } = openTestDesk()
    const { desk: two } = openTestDesk()
    keep(one)
    keep(two)
    const hub = keep(await startTestHub())
    await enrol(one, hub)
    await two.handlers['log.enter']({ at: 3, text: '第二台主机在接通之前写下的记录' })
    await enrol(two, hub)
    await one.handlers['log.enter']({ at: 4, text: '第一台主机的记录' })
    const joining = keep(createDesk({ dataFolder: makeFolder() }))
    await enrol(joining, hub)
    await expectSame(hub, one, two, joining)
    expect(joining.store.scope).toBe(DIVISION)
  })
})
