import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isUnconfirmed } from '../../../../shared/domain/call/readCall.ts'
import { FLAG_OUTSIDE_ROLE } from '../../../../shared/protocol/envelope.ts'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, reopenDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { look, makeIntake, on, record } from '../../../support/intakes.ts'
import { allEvents } from '../../../support/otherConsole.ts'

describe('recording a call', () => {
  let test: TestDesk
  beforeEach(() => {
    test = openTestDesk()
  })
  afterEach(() => test.desk.close())
  const newest = (count: number) => allEvents(test.desk.store).slice(-count)

  it('opens an incident and records the call, in one act', () => {
    const { desk, villages } = test
    const [village] = villages
    const before = allEvents(desk.store).length
    const done = record(desk, 'draft0001', { village, figures: { trapped: { n: 2 } } })
    expect(done).toMatchObject({
      call: { no: '0714-A01' },
      incident: { no: '0714-A01', title: '李家湾村后山山体滑坡' },
      opened: true,
    })
    expect(allEvents(desk.store)).toHaveLength(before + 2)
    const [opened, call] = newest(2).map(({ envelope }) => envelope)
    expect([opened?.kind, opened?.lane, call?.kind, call?.lane]).toEqual(['incident.opened', 0, 'call.recorded', 0])
    expect(opened?.body).toMatchObject({ call: done.call, village, lives: true })
    expect(call?.body).toMatchObject({ incident: done.incident, village })
    expect(look(desk, done.incident.id)).toMatchObject({ calls: [{ state: { id: done.call.id } }], members: [] })
  })

  it('attaches a second call without opening another incident', () => {
    const { desk } = test
    const first = record(desk, 'draft0001')
    const second = record(desk, 'draft0002', {}, { kind: 'attach', incident: first.incident.id })
    expect(second).toMatchObject({ call: { no: '0714-A02' }, incident: first.incident, opened: false })
    expect(look(desk, first.incident.id).calls.map(({ state }) => state.label.no)).toEqual(['0714-A01', '0714-A02'])
    expect(newest(1)[0]?.envelope).toMatchObject({ kind: 'call.recorded', lane: 1 })
  })

  it('refuses to attach to an incident that is no case of its own, and writes nothing', () => {
    const { desk } = test
    const first = record(desk, 'draft0001')
    ask(desk, 'incident.dismiss', { ...on(desk, first.incident.id), reason: '误报' })
    const before = allEvents(desk.store).length
    const attach = () => record(desk, 'draft0002', {}, { kind: 'attach', incident: first.incident.id })
    expect(attach).toThrow(expect.objectContaining({ code: 'incident.dismissed', details: { no: '0714-A01' } }))
    expect(allEvents(desk.store)).toHaveLength(before)
  })

  it('makes one call of one draft, however often it is sent', () => {
    const { desk } = test
    const first = record(desk, 'draft0001')
    const count = allEvents(desk.store).length
    expect(record(desk, 'draft0001')).toMatchObject({ call: first.call, incident: first.incident })
    expect(allEvents(desk.store)).toHaveLength(count)
  })

  it('lets go of the draft with the record, and a late keystroke does not bring it back', () => {
    const { desk } = test
    ask(desk, 'draft.save', { id: 'draft0001', kind: 'intake', body: { place: '二组' } })
    ask(desk, 'draft.save', { id: 'draft0002', kind: 'intake', body: { place: '三组' } })
    record(desk, 'draft0001')
    ask(desk, 'draft.save', { id: 'draft0001', kind: 'intake', body: { place: '二组后' } })
    expect(ask(desk, 'draft.list', { kind: 'intake' })).toMatchObject([{ id: 'draft0002', personName: '张伟' }])
  })

  it('keeps the draft when the record is refused', () => {
    const { desk } = test
    ask(desk, 'draft.save', { id: 'draft0001', kind: 'intake', body: { place: '二组' } })
    desk.context.session.signOut()
    expect(() => record(desk, 'draft0001')).toThrow(expect.objectContaining({ code: 'intake.nameNeeded' }))
    expect(ask(desk, 'draft.list', { kind: 'intake' })).toHaveLength(1)
  })

  it.each(['signOut', 'lock'] as const)(
    'takes a call after %s under the name given, until somebody vouches for it',
    (leave) => {
      const { desk } = test
      desk.context.session[leave]()
      const intake = { ...makeIntake('draft0001'), claimedName: '小李' }
      const done = ask(desk, 'intake.record', intake)
      expect(newest(1)[0]?.envelope).toMatchObject({ author: { person: null, name: '小李' }, flags: FLAG_OUTSIDE_ROLE })
      const [call] = look(desk, done.incident.id).calls
      expect(call && isUnconfirmed(call.state)).toBe(true)
      const confirm = () => ask(desk, 'call.confirm', { id: done.call.id, base: [...(call?.tips ?? [])] })
      expect(confirm).toThrow(expect.objectContaining({ code: 'session.signInFirst' }))
      desk.context.session.signIn(test.leader)
      expect(
        ask(desk, 'call.page', { unconfirmed: true, sort: 'no', descending: true, offset: 0, limit: 9 }),
      ).toMatchObject({ total: 1 })
      confirm()
      expect(look(desk, done.incident.id).calls[0]?.state).toMatchObject({
        claimedName: '小李',
        confirmed: { name: '刘芳' },
      })
      expect(confirm).toThrow(expect.objectContaining({ code: 'call.alreadyConfirmed' }))
      expect(
        ask(desk, 'call.page', { unconfirmed: true, sort: 'no', descending: true, offset: 0, limit: 9 }),
      ).toMatchObject({ total: 0 })
    },
  )

  it('is all there after a restart', async () => {
    const { desk, folder, clock } = test
    const done = record(desk, 'draft0001', { figures: { dead: null } })
    const before = look(desk, done.incident.id)
    await desk.close()
    test = { ...test, desk: reopenDesk(folder, clock) }
    expect(look(test.desk, done.incident.id)).toEqual(before)
  })
})

it('offers open incidents of the last 24 hours in that village or of that type', async () => {
  const { desk, clock, villages } = openTestDesk()
  const [here, there] = villages
  const flood = { key: 'flashFlood', name: '山洪' }
  const slide = { key: 'landslide', name: '山体滑坡' }
  const candidates = (village: string | null, type: string | null) =>
    ask(desk, 'incident.candidates', { village, type }).map(({ no }) => no)
  const at = () => clock.now()

  const old = record(desk, 'draft0001', { village: here, type: slide, reportedAt: at() })
  clock.advance(25 * 3_600_000)
  record(desk, 'draft0002', { village: here, type: flood, reportedAt: at() })
  record(desk, 'draft0003', { village: there, type: slide, reportedAt: at() })
  const both = record(desk, 'draft0004', { village: here, type: slide, reportedAt: at() })
  const gone = record(desk, 'draft0005', { village: here, type: slide, reportedAt: at() })
  ask(desk, 'incident.dismiss', { ...on(desk, gone.incident.id), reason: '误报' })
  const done = record(desk, 'draft0006', { village: here, type: slide, reportedAt: at() })
  ask(desk, 'incident.advance', { ...on(desk, done.incident.id), to: 'ended' })

  expect(candidates(here?.id ?? '', slide.key)).toEqual([both.incident.no, '0715-A02', '0715-A01'])
  expect(candidates(here?.id ?? '', null).toSorted()).toEqual(['0715-A01', '0715-A03'])
  expect(candidates(null, flood.key)).toEqual(['0715-A01'])
  expect(candidates(null, null)).toEqual([])
  record(desk, 'draft0007', { reportedAt: at() }, { kind: 'attach', incident: old.incident.id })
  expect(candidates(here?.id ?? '', null)).toContain(old.incident.no)
  await desk.close()
})
