import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { attachmentBackup } from '../../../electron/attachments/attachmentFiles.ts'
import { backUpFiles } from '../../../electron/attachments/backUpFiles.ts'
import { readAllFiles } from '../../../electron/store/repositories/attachments.ts'
import { ask } from '../../support/ask.ts'
import { attach } from '../../support/attach.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { record } from '../../support/intakes.ts'
import { makeJpegBytes, makePng } from '../../support/pictures.ts'
import { startDrill } from '../../support/startDrill.ts'

const photo = makePng(70, 50)
const sha = createHash('sha256').update(photo).digest('hex')
/** Where the system says that nothing is free. */
const FULL_DISK = '/proc'
let test: TestDesk

beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

it('complains of a short disk only while something is left to copy', async () => {
  const { desk, clock, folder } = test
  const { files } = desk.context.attachments
  const incident = record(desk, 'draft0001', { reportedAt: clock.now() }).incident.id
  await attach(desk, incident, { name: '后山.png', bytes: photo })
  await backUpFiles({ db: desk.store.db, folder }, files)
  expect(readFileSync(attachmentBackup(folder, sha)).equals(photo)).toBe(true)
  await expect(backUpFiles({ db: desk.store.db, folder: FULL_DISK }, files)).resolves.toBeUndefined()
})

it('takes along what was added in a drill, whichever world the console is in', async () => {
  const { desk, clock, folder } = test
  const { files } = desk.context.attachments
  startDrill(test)
  const incident = record(desk, 'drilldraft1', { reportedAt: clock.now() }).incident.id
  await attach(desk, incident, { name: '演练.png', bytes: photo, thumb: makeJpegBytes(900, 1) })
  ask(desk, 'drill.end', null)
  await backUpFiles({ db: desk.store.db, folder }, files)
  expect(readFileSync(attachmentBackup(folder, sha)).equals(photo)).toBe(true)
  expect(readAllFiles(desk.store.db)).toHaveLength(2)
})
