import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createDesk } from '../../electron/desk.ts'
import { countEvents } from '../../electron/store/eventLog.ts'
import { openDatabase } from '../../shared/node/openDatabase.ts'
import { parseEnvelope } from '../../shared/protocol/envelope.ts'
import { ask } from '../support/ask.ts'
import { overwrite, sizeOf } from '../support/damage.ts'
import { openTestDesk, type TestDesk } from '../support/deskFixture.ts'
import { startTestHub } from '../support/hubFixture.ts'
import { removeFolder } from '../support/storeFixture.ts'
import { waitFor } from '../support/waitFor.ts'

let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(async () => {
  await test.desk.close()
  removeFolder(test.folder)
})

it('counts what waits for the county before the county has an address', () => {
  const { desk } = test
  const waiting = () => ask(desk, 'sync.state', null).pending.reduce((sum, count) => sum + count, 0)
  expect(waiting()).toBe(countEvents(desk.context.store.db))
  const before = waiting()
  ask(desk, 'log.enter', { at: Date.now(), text: '雨小了' })
  expect(waiting()).toBe(before + 1)
})

it('says of what is written after the hub told its time that the clock was compared', async () => {
  const { desk } = test
  const hub = await startTestHub()
  const qualityOfNext = (text: string) => {
    ask(desk, 'log.enter', { at: Date.now(), text })
    const row = desk.store.db
      .prepare<[], { bytes: Uint8Array }>("SELECT bytes FROM event WHERE kind = 'log.entered' ORDER BY id DESC LIMIT 1")
      .get()
    return parseEnvelope(JSON.parse(Buffer.from(row?.bytes ?? []).toString('utf8'))).clockQuality
  }
  expect(qualityOfNext('还没有联系上县里')).toBe(0)
  await desk.handlers['sync.setHub']({ url: hub.url })
  await desk.handlers['sync.enroll']({ code: await hub.enrolCode('510124103', '清溪镇') })
  await waitFor(
    () => ask(desk, 'sync.state', null),
    ({ state }) => state === 'online',
  )
  expect(qualityOfNext('联系上县里了')).toBe(2)
  await hub.close()
})

/** Overwrites all but the first page of an open database; what its connection has in memory is out of date, as after any other's commit. */
function wreck(path: string): void {
  const other = openDatabase(path)
  other.exec('CREATE TABLE touched (at INTEGER)')
  other.pragma('wal_checkpoint(TRUNCATE)')
  other.close()
  overwrite(path, 4096, Buffer.alloc(sizeOf(path) - 4096, 0x5a))
}

it('gets again what the county had sent after the backup that duty goes on from when the file breaks in mid-work', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { desk } = test
  const hub = await startTestHub()
  const orders = () => ask(desk, 'order.list', { view: 'all', limit: 9 }).rows
  const order = (title: string) =>
    hub.ask({ command: 'order', division: '510124103', title, text: '', urgent: true, replyBy: null, by: '周敏' })
  await desk.handlers['sync.setHub']({ url: hub.url })
  await desk.handlers['sync.enroll']({ code: await hub.enrolCode('510124103', '清溪镇') })
  await order('一')
  await waitFor(orders, (found) => found.length === 1)
  await desk.handlers['store.backUp'](null)
  await order('二')
  await waitFor(orders, (found) => found.length === 2)

  wreck(join(test.folder, 'duty.db'))
  const entry = { kind: 'log.entered', entity: 'log-1', body: { at: Date.now(), text: '写到一半' } } as const
  expect(() => desk.store.append([entry], { author: null })).toThrow(expect.objectContaining({ reason: 'corrupt' }))
  expect(orders().map(({ title }) => title)).toEqual(['一'])
  // Nobody says a word: the county has nothing new for this console.
  await waitFor(orders, (found) => found.length === 2)
  await order('三')
  await waitFor(orders, (found) => found.length === 3)
  await hub.close()
  vi.restoreAllMocks()
})

it.each([
  ['10。0。0。8：8970', 'http://10.0.0.8:8970'],
  [' county.example : 8970 ', 'http://county.example:8970'],
  ['https://county.example/any/page', 'https://county.example'],
])('takes the address %j as %s', (typed, address) => {
  ask(test.desk, 'sync.setHub', { url: typed })
  expect(ask(test.desk, 'sync.hub', null).url).toBe(address)
})

it.each(['ftp://x', 'http://', '不是 地址', 'http://256.1.1.1:99999', 'file:///etc/passwd'])(
  'refuses the address %j',
  (typed) => {
    expect(() => ask(test.desk, 'sync.setHub', { url: typed })).toThrow(
      expect.objectContaining({ code: 'sync.badAddress' }),
    )
    expect(ask(test.desk, 'sync.hub', null).url).toBe('')
  },
)

it('opens the desk with the address of before when the one on the command line is none', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  ask(test.desk, 'sync.setHub', { url: '10.0.0.8:8970' })
  await test.desk.close()
  const desk = createDesk({ dataFolder: test.folder, hub: '不 是', now: test.clock.now, version: 'test' })
  test = { ...test, desk }
  expect(ask(desk, 'sync.hub', null).url).toBe('http://10.0.0.8:8970')
  vi.restoreAllMocks()
})
