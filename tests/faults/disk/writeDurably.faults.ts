import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { freeBytes } from '../../../shared/node/freeBytes.ts'
import { writeDurably } from '../../../shared/node/writeDurably.ts'
import { describeWithRamDisk, mountRamDisk, type RamDisk } from '../../support/ramDisk.ts'

describeWithRamDisk('a small file on a full disk', () => {
  let disk: RamDisk
  afterEach(() => disk.remove())

  it('keeps its old text when the disk takes only half of the new one', () => {
    disk = mountRamDisk(1)
    const path = join(disk.folder, 'heads.json')
    writeDurably(path, 'old')
    writeFileSync(join(disk.folder, 'filler'), Buffer.alloc(freeBytes(disk.folder) - 20_000))
    expect(() => writeDurably(path, 'n'.repeat(60_000))).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
    expect([readFileSync(path, 'utf8'), readdirSync(disk.folder)]).toEqual(['old', ['filler', 'heads.json']])
  })
})
