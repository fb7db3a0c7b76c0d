import { afterEach, expect, it } from 'vitest'
import { ask } from '../../support/ask.ts'
import { attach } from '../../support/attach.ts'
import { openTestDesk } from '../../support/deskFixture.ts'
import { record } from '../../support/intakes.ts'
import { makePng } from '../../support/pictures.ts'
import { describeWithRamDisk, mountRamDisk, type RamDisk } from '../../support/ramDisk.ts'

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
})
