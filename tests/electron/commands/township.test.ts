import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '../../../electron/commands/people.ts'
import { correctDivision } from '../../../electron/commands/township.ts'
import { readChains } from '../../../electron/store/eventLog.ts'
import { readLogPage } from '../../../electron/store/repositories/logLines.ts'
import { readTownship } from '../../../electron/store/repositories/township.ts'
import { createSyncStore } from '../../../electron/store/syncStore.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { openEnvelope } from '../../../shared/protocol/envelope.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../../support/deskFixture.ts'
import { makeForeignDevice } from '../../support/foreignDevice.ts'
import { startTestHub } from '../../support/hubFixture.ts'
import { record } from '../../support/intakes.ts'
import { waitFor } from '../../support/waitFor.ts'

const RIGHT = '510124104'
let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const correct = (division = RIGHT) => correctDivision(test.desk.context, { division, reason: '设置时输错一位' })
const refused = (code: string) => expect.objectContaining({ code })
const lines = () => {
  const { db, origin } = test.desk.store
  return readLogPage(db, origin, { filter: {}, before: null, limit: 500 }).lines
}
const said = () => lines().map(({ kind, entity, body, atMs, author }) => ({ kind, entity, body, atMs, author }))

describe('a division code typed wrong', () => {
  it('is corrected by an administrator: every record is written again under the right one, and the log shows each once', () => {
    record(test.desk, 'draft0001')
    const before = said()
    expect(() => correct()).toThrow(refused('session.roleNeeded'))
    test.desk.context.session.signIn(test.administrator)
    correct()
    expect(test.desk.store.scope).toBe(RIGHT)
    expect(readTownship(test.desk.store.db)?.division).toBe(RIGHT)
    const now = said().filter(
      ({ kind, body }) => kind !== 'township.divisionCorrected' && body.reason !== 'divisionCorrected',
    )
    const unmarked = now.map(({ body: { reissueOf, ...body }, ...line }) => ({ ...line, body }))
    expect(unmarked).toEqual(before)
    const scopes = createSyncStore(test.desk.store)
      .ownChains()
      .filter(({ closedAt }) => closedAt === null)
      .flatMap((chain) => createSyncStore(test.desk.store).readOwn(chain, 1, { events: 999, bytes: 9e9 }))
      .map((bytes) => openEnvelope(bytes, nodePrimitives).envelope.scope)
    expect(new Set(scopes)).toEqual(new Set([RIGHT]))
    const [last] = lines()
    expect(last).toMatchObject({ kind: 'township.divisionCorrected', body: { from: '510124103', division: RIGHT } })
  })

  it('stays corrected after a restart, and the county takes everything under it', async () => {
    test.desk.context.session.signIn(test.administrator)
    correct()
    await test.desk.close()
    const desk = reopenDesk(test.folder, test.clock)
    test = { ...test, desk }
    const hub = await startTestHub()
    try {
      expect([desk.store.scope, readTownship(desk.store.db)?.division]).toEqual([RIGHT, RIGHT])
      desk.context.session.signIn(test.administrator)
      await desk.handlers['sync.setHub']({ url: hub.url })
      const code = await hub.enrolCode(RIGHT, '清溪镇')
      expect(await desk.handlers['sync.enroll']({ code })).toMatchObject({ outcome: 'enrolled' })
      await waitFor(
        () => desk.link.state().pending,
        (pending) => pending.join() === '0,0,0',
      )
      const open = readChains(desk.store.db, desk.store.origin).filter(({ epoch }) => epoch === desk.store.epoch)
      const sent = open.reduce((sum, { head }) => sum + head.seq, 0)
      const held = await waitFor(
        () => hub.hashes(RIGHT),
        (hashes) => hashes.length >= sent,
      )
      expect(held.length).toBeGreaterThanOrEqual(sent)
      expect(desk.store.db.prepare('SELECT count(*) AS n FROM parked').get()).toEqual({ n: 0 })
      expect(() => correctDivision(desk.context, { division: '510124105', reason: '再改' })).toThrow(
        refused('township.divisionAtCounty'),
      )
    } finally {
      await hub.close()
    }
  })

  it('is not corrected to itself, nor once another computer has written under it', () => {
    test.desk.context.session.signIn(test.administrator)
    expect(() => correct('510124103')).toThrow(refused('township.sameDivision'))
    addPerson(test.desk.context, { name: '王芳', phone: '', post: '', roles: [] })
    const other = makeForeignDevice({ origin: 'dother', scope: '510124103' }, test.clock.now)
    const body = { at: test.clock.now(), text: '另一台电脑的记录' }
    test.desk.store.applyRemote([other({ kind: 'log.entered', entity: 'log-other', lane: 2, body })])
    expect(() => correct()).toThrow(refused('township.divisionShared'))
    expect(test.desk.store.scope).toBe('510124103')
  })
})
