import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { type FileRoom, openFileRoom } from '../../../hub/attachments/fileRoom.ts'
import type { HubFileWire } from '../../../hub/core/ports.ts'
import { type FileFrame, fileName, UNIT_BYTES } from '../../../shared/protocol/attachments/fileFrames.ts'
import { silentLog } from '../../support/silentLog.ts'
import { waitFor } from '../../support/waitFor.ts'

const shaOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const photo = Buffer.alloc(5 * UNIT_BYTES + 100, 'hill')
const sha = shaOf(photo)
const claimed = shaOf(Buffer.from('what the record promised'))
let folder: string
let room: FileRoom
let free: number

interface Line extends HubFileWire {
  readonly got: FileFrame[]
  quietNow: boolean
}

function line(division = '510124103', bitRate = 10_000_000): Line {
  const got: FileFrame[] = []
  const wire: Line = {
    device: 'd-a',
    division,
    bitRate,
    got,
    quietNow: true,
    send: (frame) => void got.push(frame),
    isQuiet: () => wire.quietNow,
  }
  return wire
}

function open(): FileRoom {
  const sizes = new Map([
    [sha, photo.length],
    [claimed, photo.length],
  ])
  return openFileRoom({
    folder,
    index: {
      names: (division, of, size) =>
        division === '510124103' && sizes.has(of) && (size ?? sizes.get(of)) === sizes.get(of),
      of: () => [],
    },
    maxBytes: 1_000_000,
    freeBytes: () => free,
    lowSpaceBytes: 1_000,
    log: silentLog,
  })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenshou-room-'))
  free = 1_000_000_000
  room = open()
})

const part = (from: number, count: number, file = sha): FileFrame => ({
  t: 'filePart',
  file: fileName(file),
  from,
  bytes: photo.subarray(from * UNIT_BYTES, (from + count) * UNIT_BYTES),
})
const hear = (wire: Line, count: number) =>
  waitFor(
    () => [...wire.got],
    (got) => got.length >= count,
  )
const refused = (of: string, code: string) => ({ t: 'fileRefused', sha: of, code })

it('takes a file in any order and as often as its parts come, and says that it has it only when the hash was compared', async () => {
  const wire = line()
  room.received(wire, { t: 'fileOffer', sha, size: photo.length })
  expect(await hear(wire, 1)).toEqual([{ t: 'fileWant', sha, size: photo.length, have: [] }])
  for (const frame of [part(4, 2), part(0, 2), part(0, 2), part(2, 2)]) room.received(wire, frame)
  const got = await hear(wire, 6)
  expect(got.slice(1).map(({ t }) => t)).toEqual(['fileGot', 'fileGot', 'fileGot', 'fileGot', 'fileHeld'])
  expect((await room.content.read(sha)).equals(photo)).toBe(true)
  room.received(wire, part(0, 2))
  room.received(wire, { t: 'fileOffer', sha, size: photo.length })
  expect((await hear(wire, 7)).at(-1)).toEqual({ t: 'fileHeld', shas: [sha] })
})

it('goes on after a cut, and after its own restart, with what is missing alone', async () => {
  const first = line()
  room.received(first, { t: 'fileOffer', sha, size: photo.length })
  await hear(first, 1)
  room.received(first, part(0, 3))
  await hear(first, 2)
  room.closed(first)
  await room.close()
  room = open()
  expect(room.percent(sha)).toBe(50)
  const second = line()
  room.received(second, { t: 'fileOffer', sha, size: photo.length })
  expect(await hear(second, 1)).toEqual([{ t: 'fileWant', sha, size: photo.length, have: [3] }])
  room.received(second, part(3, 3))
  expect((await hear(second, 3)).at(-1)).toEqual({ t: 'fileHeld', shas: [sha] })
})

it('refuses what no record of the township names, another size, too much, other bytes; and loses nothing', async () => {
  const wire = line()
  const foreign = line('510124999')
  const unknown = 'f'.repeat(64)
  room.received(wire, { t: 'fileOffer', sha: unknown, size: 10 })
  room.received(wire, { t: 'fileOffer', sha, size: 10 })
  room.received(foreign, { t: 'fileOffer', sha, size: photo.length })
  free = photo.length + 10
  room.received(wire, { t: 'fileOffer', sha, size: photo.length })
  free = 1_000_000_000
  room.received(wire, { t: 'fileWant', sha, size: photo.length, have: [] })
  expect([wire.got, foreign.got]).toEqual([
    [refused(unknown, 'unknown'), refused(sha, 'wrongSize'), refused(sha, 'noSpace'), refused(sha, 'notHeld')],
    [refused(sha, 'unknown')],
  ])
  wire.got.length = 0
  // Bytes that are not what the record promised: nothing of them stays.
  room.received(wire, { t: 'fileOffer', sha: claimed, size: photo.length })
  await hear(wire, 1)
  for (const frame of [part(0, 3, claimed), part(3, 3, claimed)]) room.received(wire, frame)
  expect((await hear(wire, 4)).at(-1)).toEqual(refused(claimed, 'wrongHash'))
  expect([room.content.has(claimed), room.percent(claimed)]).toEqual([false, 0])
  // Parts of a file nobody offered, outside of it, or cut in the middle of a unit are not taken.
  wire.got.length = 0
  room.received(wire, part(0, 1))
  room.received(wire, { t: 'fileOffer', sha, size: photo.length })
  await hear(wire, 1)
  room.received(wire, { t: 'filePart', file: fileName(sha), from: 9, bytes: photo.subarray(0, 512) })
  room.received(wire, { t: 'filePart', file: fileName(sha), from: 0, bytes: photo.subarray(0, 100) })
  room.received(wire, part(0, 6))
  expect((await hear(wire, 3)).slice(1)).toEqual([
    { t: 'fileGot', sha, from: 0, count: 6 },
    { t: 'fileHeld', shas: [sha] },
  ])
  // Of another township's file it does not even say whether it has it.
  room.received(foreign, { t: 'fileAsk', shas: [sha] })
  room.received(foreign, { t: 'fileWant', sha, size: photo.length, have: [] })
  expect(foreign.got.slice(1)).toEqual([{ t: 'fileHeld', shas: [] }, refused(sha, 'unknown')])
})

it('gives a file only while the feed is quiet, and what is missing alone; tells the township’s other consoles of a new one', async () => {
  const [wire, other, narrow] = [line(), line(), line('510124103', 64_000)]
  for (const one of [other, narrow]) room.received(one, { t: 'fileAsk', shas: [sha] })
  room.received(wire, { t: 'fileOffer', sha, size: photo.length })
  await hear(wire, 1)
  room.received(wire, part(0, 6))
  await hear(wire, 3)
  expect([other.got.at(-1), narrow.got]).toEqual([{ t: 'fileHeld', shas: [sha] }, [{ t: 'fileHeld', shas: [] }]])
  other.got.length = 0
  other.quietNow = false
  room.received(other, { t: 'fileWant', sha, size: photo.length, have: [4] })
  expect(other.got).toEqual([])
  other.quietNow = true
  room.quiet(other)
  const [given] = await hear(other, 1)
  expect(given).toMatchObject({ t: 'filePart', from: 4 })
  expect(given && 'bytes' in given && Buffer.from(given.bytes).equals(photo.subarray(4 * UNIT_BYTES))).toBe(true)
})

it('a newer connection of the same file takes over from one that may be dead', async () => {
  const [older, newer] = [line(), line()]
  room.received(older, { t: 'fileOffer', sha, size: photo.length })
  await hear(older, 1)
  room.received(older, part(0, 2))
  await hear(older, 2)
  room.received(newer, { t: 'fileOffer', sha, size: photo.length })
  expect(await hear(newer, 1)).toEqual([{ t: 'fileWant', sha, size: photo.length, have: [2] }])
  expect(older.got.at(-1)).toEqual(refused(sha, 'busy'))
})
