import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createUploads } from '../../../electron/attachments/uploads.ts'
import { moveOf } from '../../../renderer/features/attachments/model.ts'
import { type ContentFiles, openContentFiles } from '../../../shared/node/contentFiles.ts'
import { createFileReceiver } from '../../../shared/node/fileReceiver.ts'
import { freeBytes } from '../../../shared/node/freeBytes.ts'
import { openPartialFiles } from '../../../shared/node/partialFiles.ts'
import { type FileFrame, fileName, UNIT_BYTES } from '../../../shared/protocol/attachments/fileFrames.ts'
import { ask, askLater } from '../../support/ask.ts'
import { attach } from '../../support/attach.ts'
import { openTestDesk } from '../../support/deskFixture.ts'
import { startTestHub } from '../../support/hubFixture.ts'
import { record } from '../../support/intakes.ts'
import { linkOf } from '../../support/linkSettings.ts'
import { makePng } from '../../support/pictures.ts'
import { describeWithRamDisk, mountRamDisk, type RamDisk } from '../../support/ramDisk.ts'
import { waitFor } from '../../support/waitFor.ts'

const photo = Buffer.alloc(700 * UNIT_BYTES, '后山滑坡现场')
const sha = createHash('sha256').update(photo).digest('hex')

describeWithRamDisk('on a disk that runs short', () => {
  let disk: RamDisk
  afterEach(() => disk.remove())

  it('attachments are refused first, in words, while the log is still written', async () => {
    // Less than attachments must leave free, more than the log needs.
    disk = mountRamDisk(200)
    const { desk, clock } = openTestDesk({ folder: disk.folder })
    const incident = record(desk, 'draft0001', { reportedAt: clock.now() }).incident.id
    await expect(attach(desk, incident, { name: '后山.png', bytes: makePng(40, 30) })).rejects.toMatchObject({
      code: 'attachment.lowSpace',
    })
    expect(ask(desk, 'attachment.list', { incident })).toEqual([])
    expect(() => ask(desk, 'log.enter', { at: 1, text: '磁盘紧张时照常记录' })).not.toThrow()
    await desk.close()
  })
  it('what somebody wants from the county waits for room on this disk, says so, and can be asked for again', async () => {
    const hub = await startTestHub()
    const one = openTestDesk()
    const incident = record(one.desk, 'draft0001', { reportedAt: one.clock.now() }).incident.id
    const id = await attach(one.desk, incident, { name: '后山.png', bytes: makePng(40, 30) })
    disk = mountRamDisk(200)
    const { desk } = openTestDesk({ folder: disk.folder })
    for (const joining of [one.desk, desk]) {
      ask(joining, 'links.save', { links: [linkOf({ url: hub.url })] })
      await askLater(joining, 'sync.enroll', { code: await hub.enrolCode('510124103', '清溪镇') })
    }
    const until = (waits: string | undefined) =>
      waitFor(
        () => ask(desk, 'attachment.list', { incident }),
        ([line]) => line?.county === 'original' && line.transfer?.waits === waits,
      )
    await until(undefined)
    ask(desk, 'attachment.move', { id })
    const [line] = await until('disk')
    expect(line && moveOf(line)).toBe('fetch')
    await desk.close()
    await one.desk.close()
    await hub.close()
  })

  /** Leaves so much room that the disk takes the first part of what is written next, and not the rest of it. */
  function fillBut(bytes: number): () => void {
    const filler = join(disk.folder, 'filler')
    writeFileSync(filler, Buffer.alloc(freeBytes(disk.folder) - bytes, 1))
    return () => rmSync(filler)
  }

  function contentOnSmallDisk(): ContentFiles {
    disk = mountRamDisk(4)
    return openContentFiles(join(disk.folder, 'attachments'))
  }

  it('a part from the page that the disk takes only half of is refused as a full disk, and nothing of it stays', async () => {
    const content = contentOnSmallDisk()
    const uploads = createUploads(content.newAside)
    const upload = await uploads.begin({ incident: 'i', name: '后山.png', size: photo.length, thumbSize: 0 })
    fillBut(100_000)
    await expect(uploads.part(upload, 'original', 0, photo)).rejects.toMatchObject({ code: 'attachment.lowSpace' })
    await expect(uploads.finish(upload, () => Promise.resolve('recorded'))).rejects.toMatchObject({
      code: 'attachment.interrupted',
    })
    expect(readdirSync(join(content.folder, 'aside'))).toEqual([])
  })

  it('a part from the other side that the disk takes only half of does not count as had; with room again it comes in', async () => {
    const content = contentOnSmallDisk()
    const sent: FileFrame[] = []
    const receive = () =>
      createFileReceiver({
        partials: openPartialFiles(content),
        send: (frame) => void sent.push(frame),
        onHeld: () => undefined,
        onFailed: () => undefined,
        onProgress: () => undefined,
      })
    const said = (count: number) =>
      waitFor(
        () => [...sent],
        (frames) => frames.length >= count,
      )
    const part = (from: number, count: number): Extract<FileFrame, { t: 'filePart' }> => ({
      t: 'filePart',
      file: fileName(sha),
      from,
      bytes: photo.subarray(from * UNIT_BYTES, (from + count) * UNIT_BYTES),
    })
    const first = receive()
    first.want(sha, photo.length)
    await said(1)
    first.part(part(0, 100))
    await said(2)
    const empty = fillBut(100_000)
    first.part(part(100, 300))
    expect((await said(3)).at(-1)).toEqual({ t: 'fileRefused', sha, code: 'noSpace' })
    await first.stop()
    empty()
    const second = receive()
    second.want(sha, photo.length)
    const wants = (await said(4)).at(-1)
    expect(wants).toMatchObject({ t: 'fileWant', sha })
    const have = wants?.t === 'fileWant' ? (wants.have[0] ?? 0) : -1
    expect([0, 100]).toContain(have)
    second.part(part(have, 700 - have))
    expect((await said(6)).at(-1)).toEqual({ t: 'fileHeld', shas: [sha] })
    expect((await content.read(sha)).equals(photo)).toBe(true)
  })
})
