import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { findAttachment } from '../../electron/commands/attachment.ts'
import type { Desk } from '../../electron/desk.ts'
import type { AnyDraft } from '../../electron/store/writer.ts'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import { ask, askLater } from '../support/ask.ts'
import { attach } from '../support/attach.ts'
import { startCountingRelay } from '../support/countingRelay.ts'
import { openTestDesk } from '../support/deskFixture.ts'
import { startTestHub, type TestHub } from '../support/hubFixture.ts'
import { runHub } from '../support/hubProcess.ts'
import { record } from '../support/intakes.ts'
import { linkOf } from '../support/linkSettings.ts'
import { makeJpegBytes, makePng } from '../support/pictures.ts'
import { waitFor } from '../support/waitFor.ts'

const DIVISION = '510124103'
const photo = makePng(900, 700)
const thumb = makeJpegBytes(9_000)
const shaOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

function keep<T extends { close(): Promise<void> }>(opened: T): T {
  closing.push(() => opened.close())
  return opened
}

/** A desk with one incident. */
function makeDesk(): { desk: Desk; incident: string } {
  const { desk, clock } = openTestDesk()
  keep(desk)
  return { desk, incident: record(desk, 'draft0001', { reportedAt: clock.now() }).incident.id }
}

async function enrol(desk: Desk, hub: TestHub, url = hub.url, link: Partial<LinkSettings> = {}): Promise<void> {
  ask(desk, 'links.save', { links: [linkOf({ url, ...link })] })
  const answer = await askLater(desk, 'sync.enroll', { code: await hub.enrolCode(DIVISION, '清溪镇') })
  expect(answer).toEqual({ outcome: 'enrolled', reason: null })
}

const list = (desk: Desk, incident: string) => ask(desk, 'attachment.list', { incident })
const until = (desk: Desk, incident: string, fits: (line: ReturnType<typeof list>[number]) => boolean, ms?: number) =>
  waitFor(
    () => list(desk, incident),
    ([line]) => line !== undefined && fits(line),
    ms,
  )
const heldBy = ({ folder }: TestHub, bytes: Buffer): Buffer =>
  readFileSync(join(folder, 'attachments', shaOf(bytes).slice(0, 2), shaOf(bytes).slice(2)))

it('a photo added while the county cannot be reached is there, byte for byte, once it can; the other console sees it', async () => {
  const { desk, incident } = makeDesk()
  const id = await attach(desk, incident, { name: '后山.png', bytes: photo, thumb })
  expect(list(desk, incident)).toMatchObject([{ county: 'nothing', transfer: { way: 'send', waits: 'offline' } }])
  const hub = keep(await startTestHub())
  await enrol(desk, hub)
  await until(desk, incident, ({ county }) => county === 'original')
  expect([heldBy(hub, photo).equals(photo), heldBy(hub, thumb).equals(thumb)]).toEqual([true, true])
  expect(list(desk, incident)).toMatchObject([{ transfer: null }])

  const out = join(hub.folder, 'out.png')
  const listed = await runHub(['attachments', '--township', DIVISION, '--data', hub.folder])
  expect(listed).toMatchObject({ code: 0, out: expect.stringMatching(/原件已到 .*后山\.png/) })
  const saving = ['attachment', shaOf(photo).slice(0, 12), '--out', out, '--data', hub.folder]
  expect(await runHub(saving)).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(out).equals(photo)).toBe(true)
  expect(await runHub(saving)).toMatchObject({ code: 1, err: expect.stringContaining('没有覆盖') })
  expect(await runHub(['attachment', 'ffffffffffff', '--out', out, '--data', hub.folder])).toMatchObject({ code: 1 })

  const { desk: other } = makeDesk()
  await enrol(other, hub)
  // The small picture comes by itself, the original when somebody asks for it.
  await until(other, incident, ({ here, county }) => here.thumb && county === 'original')
  expect(list(other, incident)).toMatchObject([{ own: false, here: { original: false }, transfer: null }])
  ask(other, 'attachment.move', { id })
  await until(other, incident, ({ here }) => here.original)
  const { content } = other.context.attachments.files
  expect((await content.read(shaOf(photo))).equals(photo)).toBe(true)
})

it('a console that is there already hears of a new photo at once', async () => {
  const hub = keep(await startTestHub())
  const [one, two] = [makeDesk(), makeDesk()]
  await enrol(one.desk, hub)
  await enrol(two.desk, hub)
  await attach(one.desk, one.incident, { name: '后山.png', bytes: photo, thumb })
  await until(two.desk, one.incident, ({ here, county }) => here.thumb && county === 'original')
})

it('what was cut in the middle goes on where it stopped, also over another life of both', async () => {
  const large = makePng(2_000, 1_200, 9)
  const { desk, incident } = makeDesk()
  const hub = keep(await startTestHub())
  const relay = keep(await startCountingRelay(hub.url))
  await enrol(desk, hub, relay.url)
  await waitFor(
    () => desk.link.state(),
    ({ state, pending }) => state === 'online' && pending.every((count) => count === 0),
  )
  const before = relay.up()
  const cut = relay.cutAfter(2_500_000)
  await attach(desk, incident, { name: '航拍.png', bytes: large, thumb })
  await cut
  const [line] = await until(desk, incident, ({ transfer }) => transfer?.waits === 'offline')
  expect(line).toMatchObject({ county: 'thumb', transfer: { way: 'send' } })
  expect(line?.transfer?.percent).toBeGreaterThan(10)
  await hub.close()
  const again = keep(await startTestHub({ folder: hub.folder, port: Number(new URL(hub.url).port) }))
  relay.open()
  ask(desk, 'sync.retryNow', null)
  await until(desk, incident, ({ county }) => county === 'original', 30_000)
  expect(heldBy(again, large).equals(large)).toBe(true)
  // Over both connections: the file once, the small picture, the records, and at most what was under way or not yet kept.
  expect(relay.up() - before).toBeLessThan(large.length + 900_000)
})

it('over a narrow link nothing moves before somebody says so; then it does, and counts against the day’s budget', async () => {
  const { desk, incident } = makeDesk()
  const hub = keep(await startTestHub())
  const satellite = { id: 'sat', kind: 'satellite', bitRate: 64_000, billing: 'byte', budgetBytes: 5_000_000 } as const
  await enrol(desk, hub, hub.url, satellite)
  const id = await attach(desk, incident, { name: '后山.png', bytes: photo, thumb })
  await waitFor(
    () => [desk.link.state().pending, list(desk, incident)[0]?.transfer?.waits] as const,
    ([pending, waits]) => pending.every((count) => count === 0) && waits === 'click',
  )
  const used = () => ask(desk, 'links.now', null).links[0]?.today.billed ?? 0
  const before = used()
  expect(before).toBeLessThan(100_000)
  const estimate = ask(desk, 'attachment.estimate', { id })
  expect(estimate).toMatchObject({ link: { id: 'sat' }, free: false })
  expect(estimate.budgetLeft).toBeLessThan(3_500_000)
  expect(estimate.bytes).toBeGreaterThan(photo.length)
  expect(estimate.seconds).toBeGreaterThan((photo.length * 8) / 64_000)
  ask(desk, 'attachment.move', { id })
  await until(desk, incident, ({ county }) => county === 'original', 40_000)
  expect(heldBy(hub, photo).equals(photo)).toBe(true)
  expect(used() - before).toBeGreaterThan(photo.length)
  // What was said before was not far from what it came to.
  expect(Math.abs(used() - before - estimate.bytes) / estimate.bytes).toBeLessThan(0.25)
})

it('stops where routine records stop: at the end of the day’s budget, with its reason shown', async () => {
  const { desk, incident } = makeDesk()
  const hub = keep(await startTestHub())
  const satellite = { id: 'sat', kind: 'satellite', bitRate: 64_000, billing: 'byte', budgetBytes: 600_000 } as const
  await enrol(desk, hub, hub.url, satellite)
  const id = await attach(desk, incident, { name: '后山.png', bytes: photo, thumb })
  await until(desk, incident, ({ transfer }) => transfer?.waits === 'click')
  ask(desk, 'attachment.move', { id })
  const [line] = await until(desk, incident, ({ transfer }) => transfer?.waits === 'budget', 30_000)
  expect(line).toMatchObject({ county: 'thumb', transfer: { way: 'send', asked: true } })
  expect(ask(desk, 'links.now', null).links[0]?.today.billed).toBeLessThan(500_000)
})

it('a photo whose file was damaged here does not go to the county, and the page says why', async () => {
  const { desk, incident } = makeDesk()
  await attach(desk, incident, { name: '后山.png', bytes: photo })
  writeFileSync(desk.context.attachments.files.content.pathOf(shaOf(photo)), 'something else')
  const hub = keep(await startTestHub())
  await enrol(desk, hub)
  await until(desk, incident, ({ transfer }) => transfer?.waits === 'damaged')
  expect(existsSync(join(hub.folder, 'attachments', shaOf(photo).slice(0, 2)))).toBe(false)
})

it('a record with a wrong size of the same file, from wherever, keeps nobody from having it', async () => {
  const { desk, incident } = makeDesk()
  await attach(desk, incident, { name: '后山.png', bytes: photo })
  const { file, incident: about } = findAttachment(desk.context, list(desk, incident)[0]?.id ?? '')
  // What no console of ours writes: the same hash beside another size.
  const wrong = (id: string, size: number): AnyDraft => ({
    kind: 'attachment.added',
    entity: id,
    base: [],
    body: {
      incident: about ?? { id: incident, no: '', title: '' },
      name: '别处.png',
      urgent: true,
      sha256: file?.sha256 ?? '',
      size,
      mime: 'image/png',
      thumbSha: '',
      thumbSize: 0,
    },
  })
  desk.store.append([wrong('attachment-smaller', 1_000), wrong('attachment-larger', photo.length + 70_000)], {
    author: desk.context.session.author(),
  })
  const hub = keep(await startTestHub())
  await enrol(desk, hub)
  await until(desk, incident, ({ county }) => county === 'original')
  expect(heldBy(hub, photo).equals(photo)).toBe(true)
  const { desk: other } = makeDesk()
  await enrol(other, hub)
  const [line] = await until(other, incident, ({ county }) => county === 'original')
  ask(other, 'attachment.move', { id: line?.id ?? '' })
  await until(other, incident, ({ here }) => here.original)
  expect((await other.context.attachments.files.content.read(shaOf(photo))).equals(photo)).toBe(true)
})
