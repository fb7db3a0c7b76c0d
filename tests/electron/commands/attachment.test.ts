import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { attachmentBackup } from '../../../electron/attachments/attachmentFiles.ts'
import { ask, askLater } from '../../support/ask.ts'

import { attach } from '../../support/attach.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../../support/deskFixture.ts'
import { on, record } from '../../support/intakes.ts'
import { makeJpegBytes, makePng } from '../../support/pictures.ts'

const photo = makePng(700, 500)
const thumb = makeJpegBytes(9_000)
const sha = createHash('sha256').update(photo).digest('hex')
let test: TestDesk
let incident: string

beforeEach(() => {
  test = openTestDesk()
  incident = record(test.desk, 'draft0001', { reportedAt: test.clock.now() }).incident.id
})
afterEach(() => test.desk.close())

const list = () => ask(test.desk, 'attachment.list', { incident })
const add = (name = '后山.png', bytes = photo) => attach(test.desk, incident, { name, bytes, thumb })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  )

it('takes a photo in whole, under its hash, and still has it after a restart', async () => {
  const id = await add()
  expect(list()).toMatchObject([
    {
      id,
      name: '后山.png',
      mime: 'image/png',
      size: photo.length,
      by: '张伟',
      own: true,
      here: { thumb: true, original: true },
      county: 'nothing',
      withdrawn: null,
    },
  ])
  const [line] = ask(test.desk, 'incident.timeline', { id: incident, before: null, limit: 5 }).lines
  expect([line?.kind, line?.body.sha256]).toEqual(['attachment.added', sha])
  await test.desk.close()
  test = { ...test, desk: reopenDesk(test.folder, test.clock) }
  const { desk } = test
  desk.context.session.signIn(test.officer)
  const parts: Buffer[] = []
  for (let at: number | null = 0; at !== null; ) {
    const part: { base64: string; next: number | null } = await askLater(desk, 'attachment.read', { id, at })
    parts.push(Buffer.from(part.base64, 'base64'))
    at = part.next
  }
  expect(parts.length).toBeGreaterThan(1)
  expect(Buffer.concat(parts).equals(photo)).toBe(true)
  expect(await askLater(desk, 'attachment.thumb', { id })).toEqual({ base64: thumb.toString('base64') })
})

it('says no before anything is recorded', async () => {
  const begin = (more: object) =>
    refusal(askLater(test.desk, 'attachment.begin', { incident, name: 'a.jpg', size: 10, thumbSize: 0, ...more }))
  expect(await begin({ size: 0 })).toBe('attachment.empty')
  expect(await begin({ size: 40_000_000 })).toBe('attachment.tooLarge')
  expect(await begin({ incident: 'incident-unknown' })).toBe('incident.unknown')
  expect(await refusal(add('照片.jpg', Buffer.from('MZ a program called a picture')))).toBe('attachment.wrongType')
  await add()
  expect(await refusal(add('同一张.png'))).toBe('attachment.already')
  ask(test.desk, 'incident.dismiss', { ...on(test.desk, incident), reason: '误报' })
  expect(await begin({})).toBe('incident.dismissed')
  expect(list()).toHaveLength(1)
  expect(readdirSync(join(test.folder, 'attachments', 'aside'))).toEqual([])
})

it('takes parts in their order only, and forgets what was cut short', async () => {
  const { upload } = await askLater(test.desk, 'attachment.begin', { incident, name: 'a.png', size: 8, thumbSize: 0 })
  const part = (at: number, text: string) =>
    refusal(
      askLater(test.desk, 'attachment.part', {
        upload,
        of: 'original',
        at,
        base64: Buffer.from(text).toString('base64'),
      }),
    )
  expect([await part(0, 'abcd'), await part(5, 'x'), await part(4, 'efgh')]).toEqual([
    'done',
    'attachment.interrupted',
    'attachment.interrupted',
  ])
  expect(await refusal(askLater(test.desk, 'attachment.finish', { upload }))).toBe('attachment.interrupted')
  expect(list()).toEqual([])
})

it('records a file once that was dropped twice at once', async () => {
  const [first, second] = await Promise.all([refusal(add()), refusal(add())])
  expect([first, second].toSorted()).toEqual(['attachment.already', 'done'])
  expect(list()).toHaveLength(1)
})

it('keeps nobody from the duty desk where there is no place for files', async () => {
  await test.desk.close()
  rmSync(join(test.folder, 'attachments'), { recursive: true, force: true })
  writeFileSync(join(test.folder, 'attachments'), '')
  test = { ...test, desk: reopenDesk(test.folder, test.clock) }
  test.desk.context.session.signIn(test.officer)
  expect(record(test.desk, 'draft0002', { reportedAt: test.clock.now() }).call.no).toBe('0714-A02')
})

it('is withdrawn and brought back by reason; the bytes stay', async () => {
  const id = await add()
  const base = () => [...(list()[0]?.tips ?? [])]
  ask(test.desk, 'attachment.withdraw', { id, base: base(), reason: '拍错了地方' })
  expect(list()).toMatchObject([{ withdrawn: { reason: '拍错了地方', by: '张伟' }, here: { original: true } }])
  expect(() => ask(test.desk, 'attachment.withdraw', { id, base: base(), reason: 'x' })).toThrowError(
    expect.objectContaining({ code: 'attachment.alreadyWithdrawn' }),
  )
  ask(test.desk, 'attachment.restore', { id, base: base(), reason: '没有拍错' })
  expect(list()).toMatchObject([{ withdrawn: null }])
})

it('never shows damaged bytes: takes them from the backup, or says so', async () => {
  const id = await add()
  const { content, backUp } = test.desk.context.attachments.files
  const read = () => askLater(test.desk, 'attachment.read', { id, at: 0 })
  await backUp(sha)
  rmSync(content.pathOf(sha))
  expect(Buffer.from((await read()).base64, 'base64').equals(photo.subarray(0, 768 * 1024))).toBe(true)
  rmSync(attachmentBackup(test.folder, sha))
  writeFileSync(content.pathOf(sha), 'something else')
  expect(await refusal(read())).toBe('attachment.damaged')
  rmSync(content.pathOf(sha))
  expect(await refusal(read())).toBe('attachment.missing')
  expect(list()).toMatchObject([{ here: { thumb: true, original: false } }])
})

it('stands with the incident it was merged into', async () => {
  await add()
  const other = record(test.desk, 'draft0002', { reportedAt: test.clock.now() }).incident.id
  ask(test.desk, 'incident.merge', { ...on(test.desk, incident), into: other, reason: '同一处' })
  expect(ask(test.desk, 'attachment.list', { incident: other })).toHaveLength(1)
})
