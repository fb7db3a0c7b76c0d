import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { OrderRow } from '../../hub/admin/protocol.ts'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import { createNarrowCodecs } from '../../shared/node/narrowCodecs.ts'
import { startCountingProxy, type WireFrame } from '../net/countingProxy.ts'
import { startTestHub } from '../support/hubFixture.ts'
import { type LinkedConsole, openLinkedConsole } from '../support/linkedConsole.ts'
import { linkOf } from '../support/linkSettings.ts'
import { createSimulation } from '../support/simulation.ts'
import { makeFolder } from '../support/storeFixture.ts'
import { waitFor } from '../support/waitFor.ts'

const DIVISION = '510124103'
const AUTHOR = { author: { person: 'person-0123456789abcdef', name: '王建国', role: 'dutyOfficer' } }
const closing: (() => void | Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function satellite(change: Partial<LinkSettings> = {}) {
  const hub = await startTestHub()
  closing.push(() => hub.close())
  const proxy = await startCountingProxy(Number(new URL(hub.url).port))
  closing.push(() => proxy.close())
  const open = (folder: string): LinkedConsole => {
    const url = `http://127.0.0.1:${proxy.port}`
    const one = openLinkedConsole({
      folder,
      division: DIVISION,
      links: [linkOf({ id: 'satellite', kind: 'satellite', bitRate: 9_600, url, ...change })],
    })
    closing.push(() => one.close())
    one.link.start()
    return one
  }
  const held = async (): Promise<readonly string[]> => (await hub.hashes(DIVISION)).toSorted()
  return { hub, proxy, open, held }
}

const enter = ({ store }: LinkedConsole, count: number, text: (index: number) => string): void => {
  for (let index = 0; index < count; index += 1)
    store.append(
      [
        {
          kind: 'log.entered',
          entity: `log-${String(index).padStart(16, '0')}`,
          body: { at: Date.now(), text: text(index) },
        },
      ],
      AUTHOR,
    )
}

const hashesOf = ({ store }: LinkedConsole): readonly string[] =>
  store.db
    .prepare<[], { hash: Uint8Array }>('SELECT hash FROM event')
    .all()
    .map(({ hash }) => Buffer.from(hash).toString('hex'))
    .toSorted()

const messages = (frames: readonly WireFrame[], way: 'up' | 'down') =>
  frames.filter((frame) => frame.way === way && frame.opcode === 2)

test('everything written arrives hash for hash over a satellite, both ways, in small frames with one confirmation for two', async () => {
  const { hub, proxy, open, held } = await satellite()
  const first = open(makeFolder())
  await first.enrol(await hub.enrolCode(DIVISION, '清溪镇'))
  await waitFor(
    () => first.waiting(),
    (waiting) => waiting === 0,
  )
  proxy.take()
  enter(first, 120, (index) => `${index} 组巡查完毕，沟口水位正常，未见新的裂缝`)
  await waitFor(
    () => first.waiting(),
    (waiting) => waiting === 0,
  )
  const sent = proxy.take()
  const up = messages(sent, 'up').filter(({ payload }) => payload > 100)
  expect(up.length).toBeGreaterThan(3)
  expect(Math.max(...up.map(({ bytes }) => bytes))).toBeLessThanOrEqual(620)
  expect(messages(sent, 'down').length).toBeLessThan(up.length)

  await hub.ask<OrderRow>({
    command: 'order',
    division: DIVISION,
    title: '立即上报转移人数',
    text: '各乡镇于二十时前上报',
    by: '县应急指挥中心',
    replyBy: null,
    urgent: true,
  })
  const second = open(makeFolder())
  await second.enrol(await hub.enrolCode(DIVISION, '清溪镇'))
  for (const one of [first, second]) {
    await waitFor(
      async () => [hashesOf(one), await held()],
      ([mine, theirs]) => mine?.join() === theirs?.join(),
      30_000,
    )
  }
})

test('a hub without the codebook is spoken to plainly, from the second try on', () => {
  const { hub, console, world } = createSimulation(7)
  const one = console('A', {
    links: [{ settings: linkOf({ id: 'satellite', kind: 'satellite', bitRate: 9_600 }) }],
    narrowCodec: createNarrowCodecs((file) => join(import.meta.dirname, '../../resources', file)).newest,
  })
  one.engine.start()
  one.enrol(hub.enrolCode())
  one.store.write(2, { text: '县平台是旧版本' })
  world.runUntil(() => hub.count() > 0)
  expect(one.link.opened()).toBeGreaterThan(1)
})
