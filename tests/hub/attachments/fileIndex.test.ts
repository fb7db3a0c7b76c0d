import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { HubFileWire } from '../../../hub/core/ports.ts'
import { type OpenHub, openHub } from '../../../hub/openHub.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { type FileFrame, fileName, UNIT_BYTES } from '../../../shared/protocol/attachments/fileFrames.ts'
import { sealEnvelope } from '../../../shared/protocol/envelope.ts'
import { fromHex } from '../../../shared/protocol/hex.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'
import { makeFolder } from '../../support/deskFixture.ts'
import { silentLog } from '../../support/silentLog.ts'
import { waitFor } from '../../support/waitFor.ts'

const DIVISION = '510124103'
const photo = Buffer.alloc(5 * UNIT_BYTES + 100, 'hill')
const sha = createHash('sha256').update(photo).digest('hex')
let hub: OpenHub
let seq: number

beforeEach(() => {
  hub = openHub(makeFolder(), silentLog)
  seq = 0
})
afterEach(async () => {
  await hub.files.close()
  hub.close()
})

/** A record of the township that names the photo, as the hub has taken it. */
function announce(size: number): void {
  seq += 1
  const { hash, bytes } = sealEnvelope(
    {
      origin: 'd-a',
      epoch: '1-a',
      lane: 1,
      seq,
      n: seq,
      hlc: makeHlc(seq, 0),
      clockQuality: 0,
      flags: 0,
      scope: DIVISION,
      kind: 'attachment.added',
      kindVer: 1,
      entity: `attachment-${seq}`,
      base: [],
      body: {
        incident: { id: 'incident-1', no: '0714-A01', title: '后山滑坡' },
        name: '后山.png',
        urgent: false,
        sha256: sha,
        size,
        mime: 'image/png',
        thumbSha: '',
        thumbSize: 0,
      },
      author: null,
      approver: null,
      prev: seq === 1 ? '' : 'a'.repeat(64),
    },
    nodePrimitives,
  )
  hub
    .db()
    .prepare(
      `INSERT INTO event (hash, origin, epoch, lane, seq, scope, kind, entity, received_ms, bytes)
       VALUES (?, 'd-a', '1-a', 1, ?, ?, 'attachment.added', ?, 1, ?)`,
    )
    .run(fromHex(hash), seq, DIVISION, `attachment-${seq}`, bytes)
}

function line(): HubFileWire & { readonly got: FileFrame[] } {
  const got: FileFrame[] = []
  return {
    device: 'd-a',
    division: DIVISION,
    bitRate: 10_000_000,
    got,
    send: (frame) => void got.push(frame),
    isQuiet: () => true,
  }
}

const part = (from: number, count: number): FileFrame => ({
  t: 'filePart',
  file: fileName(sha),
  from,
  bytes: photo.subarray(from * UNIT_BYTES, (from + count) * UNIT_BYTES),
})
const hear = ({ got }: ReturnType<typeof line>, count: number) =>
  waitFor(
    () => [...got],
    (frames) => frames.length >= count,
  )

it.each([
  ['smaller', photo.length - 600],
  ['larger', photo.length + 5_000],
])('a record with a %s size than the file’s does not keep the file out, whichever came first', async (_word, wrong) => {
  announce(wrong)
  const wire = line()
  // Somebody goes by the wrong record, and some of it is on disk already.
  hub.files.received(wire, { t: 'fileOffer', sha, size: wrong })
  expect(await hear(wire, 1)).toEqual([{ t: 'fileWant', sha, size: wrong, have: [] }])
  hub.files.received(wire, part(2, 2))
  await hear(wire, 2)
  announce(photo.length)
  hub.files.received(wire, { t: 'fileOffer', sha, size: photo.length })
  expect((await hear(wire, 3)).at(-1)).toEqual({ t: 'fileWant', sha, size: photo.length, have: [] })
  hub.files.received(wire, part(0, 6))
  expect((await hear(wire, 5)).at(-1)).toEqual({ t: 'fileHeld', shas: [sha] })
  expect((await hub.files.content.read(sha)).equals(photo)).toBe(true)
})

it('gives a file by the size it has, whatever the records say', async () => {
  announce(photo.length + 5_000)
  announce(photo.length)
  await hub.files.content.put(photo, sha)
  const wire = line()
  hub.files.received(wire, { t: 'fileWant', sha, size: photo.length + 5_000, have: [] })
  hub.files.received(wire, { t: 'fileWant', sha, size: photo.length, have: [] })
  const [refused, given] = await hear(wire, 2)
  expect([refused, given]).toMatchObject([
    { t: 'fileRefused', sha, code: 'wrongSize' },
    { t: 'filePart', from: 0 },
  ])
})

it('knows the records of a township alone, those that came since the last question too', () => {
  expect([hub.files.index.names(DIVISION, sha), hub.files.index.of(DIVISION)]).toEqual([false, []])
  announce(photo.length)
  expect([
    hub.files.index.names(DIVISION, sha),
    hub.files.index.names(DIVISION, sha, photo.length),
    hub.files.index.names(DIVISION, sha, 1),
    hub.files.index.names('510124999', sha),
  ]).toEqual([true, true, false, false])
})
