import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { backUpFiles } from '../../../../electron/attachments/backUpFiles.ts'
import { readAttachment } from '../../../../electron/store/repositories/attachments.ts'
import type { VerifyReport } from '../../../../shared/ipc/store.ts'
import { ask, askLater } from '../../../support/ask.ts'
import { attach } from '../../../support/attach.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { record } from '../../../support/intakes.ts'
import { makeJpegBytes, makePng } from '../../../support/pictures.ts'
import { startDrill } from '../../../support/startDrill.ts'
import { waitFor } from '../../../support/waitFor.ts'

let test: TestDesk
let incident: string

beforeEach(() => {
  test = openTestDesk()
  incident = record(test.desk, 'draft0001', { reportedAt: test.clock.now() }).incident.id
})
afterEach(() => test.desk.close())

const files = () => test.desk.context.attachments.files
const pathOf = (id: string) => files().content.pathOf(readAttachment(test.desk.store.db, id)?.state.file?.sha256 ?? '')

async function verify(): Promise<VerifyReport> {
  ask(test.desk, 'store.startVerify', null)
  const state = await waitFor(
    () => ask(test.desk, 'store.verify', null),
    ({ state }) => state === 'idle',
  )
  if (state.state !== 'idle' || state.failed || !state.last) throw new Error('the self-check did not come to its end')
  return state.last
}

it('names attachments whose files are damaged or gone; the backup heals them', async () => {
  const add = (name: string, seed: number) =>
    attach(test.desk, incident, { name, bytes: makePng(40, 30, seed), thumb: makeJpegBytes(900, seed) })
  const [, second, third] = [await add('一.png', 1), await add('二.png', 2), await add('三.png', 3)]
  expect((await verify()).attachments).toEqual({ sound: 6, damaged: [], missing: [] })
  await backUpFiles(test.desk.store, files())
  await backUpFiles(test.desk.store, files())
  writeFileSync(pathOf(second ?? ''), 'not the picture')
  rmSync(pathOf(third ?? ''))
  const report = await verify()
  expect([report.attachments, report.badCount]).toEqual([{ sound: 4, damaged: ['二.png'], missing: ['三.png'] }, 0])
  for (const id of [second ?? '', third ?? '']) await askLater(test.desk, 'attachment.read', { id, at: 0 })
  expect((await verify()).attachments).toEqual({ sound: 6, damaged: [], missing: [] })
})

it('reads what was added in a drill too', async () => {
  startDrill(test)
  const practised = record(test.desk, 'drilldraft1', { reportedAt: test.clock.now() }).incident.id
  const id = await attach(test.desk, practised, { name: '演练.png', bytes: makePng(40, 30, 1) })
  const sha = readAttachment(test.desk.context.store.db, id)?.state.file?.sha256 ?? ''
  ask(test.desk, 'drill.end', null)
  expect((await verify()).attachments).toEqual({ sound: 1, damaged: [], missing: [] })
  rmSync(files().content.pathOf(sha))
  expect((await verify()).attachments).toEqual({ sound: 0, damaged: [], missing: ['演练.png'] })
})

it('a file that cannot be copied does not keep the others back, and is told', async () => {
  const id = await attach(test.desk, incident, { name: '一.png', bytes: makePng(40, 30, 1) })
  const sha = readAttachment(test.desk.store.db, id)?.state.file?.sha256 ?? ''
  mkdirSync(join(test.folder, 'backups', 'attachments'), { recursive: true })
  writeFileSync(join(test.folder, 'backups', 'attachments', sha.slice(0, 2)), 'in the way')
  await expect(backUpFiles(test.desk.store, files())).rejects.toThrow()
})
