import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { enterLog } from '../../../electron/commands/log.ts'
import { nextNumber } from '../../../electron/commands/numbering.ts'
import { projectNumber } from '../../../electron/store/projections/humanNumber.ts'
import { writeSetting } from '../../../electron/store/settings.ts'
import { makeHlc } from '../../../shared/protocol/hlc.ts'
import { makeClock } from '../../support/clock.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../../support/deskFixture.ts'

let open: TestDesk
afterEach(() => open.desk.close())

function give(no: string, kind = 'call.recorded') {
  const { store, now } = open.desk.context
  store.writeLocal((db) => projectNumber(db, { kind, body: { no }, hlc: makeHlc(now(), 0) }))
}

it('counts a day of a series at this console', () => {
  open = openTestDesk()
  const { context } = open.desk
  expect(nextNumber(context, 'call')).toBe('0714-A01')
  give('0714-A01')
  give('0714-A02')
  give('0714-B09')
  give('0714-A07', 'task.given')
  expect(nextNumber(context, 'call')).toBe('0714-A03')
  expect(nextNumber(context, 'task')).toBe('0714-A08')
  expect(nextNumber(context, 'incident')).toBe('0714-A01')
})

it('begins again at Beijing midnight, and next year too', () => {
  open = openTestDesk({ clock: makeClock('2026-12-31', '23:59') })
  const { context } = open.desk
  give('1231-A01')
  open.clock.advance(120_000)
  expect(nextNumber(context, 'call')).toBe('0101-A01')
  open.clock.set(makeClock('2027-12-31', '10:00').now())
  expect(nextNumber(context, 'call')).toBe('1231-A01')
})

it('uses the letter of this console', () => {
  open = openTestDesk()
  open.desk.store.writeLocal((db) => writeSetting(db, 'letter', 'C'))
  expect(nextNumber(open.desk.context, 'incident')).toBe('0714-C01')
})

it('gives no number twice after an older copy of the data was put back', async () => {
  open = openTestDesk()
  const { folder, clock, desk } = open
  const [database, copy] = [join(folder, 'duty.db'), join(folder, 'copy.db')]
  desk.store.db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(database, copy)
  expect(nextNumber(desk.context, 'call')).toBe('0714-A01')
  give('0714-A01')
  enterLog(desk.context, { at: 0, text: '副本里没有的一条' })
  await desk.close()
  copyFileSync(copy, database)
  open = { ...open, desk: reopenDesk(folder, clock) }
  expect(nextNumber(open.desk.context, 'call')).toBe('0714-B01')
  await open.desk.close()
  open = { ...open, desk: reopenDesk(folder, clock) }
  expect(nextNumber(open.desk.context, 'call')).toBe('0714-B01')
})
