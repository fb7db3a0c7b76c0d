import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unreported } from '../../../../shared/domain/incident/course.ts'
import { mergedInto, officialOf } from '../../../../shared/domain/incident/readIncident.ts'
import type { IncidentRow } from '../../../../shared/ipc/incidents.ts'
import { ask } from '../../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { look, on, record } from '../../../support/intakes.ts'
import { allEvents } from '../../../support/otherConsole.ts'

describe('handling an incident', () => {
  let test: TestDesk
  let id: string
  beforeEach(() => {
    test = openTestDesk()
    id = record(test.desk, 'draft0001', { figures: { dead: { n: 1 } } }).incident.id
  })
  afterEach(() => test.desk.close())

  const refuses = (code: string) => expect.objectContaining({ code })
  const page = (filter: object = {}): readonly IncidentRow[] =>
    ask(test.desk, 'incident.page', {
      filter,
      sort: 'openedMs',
      descending: true,
      offset: 0,
      limit: 50,
    }).rows
  const standing = (which: string) => page().find((row) => row.id === which)?.standing

  it('advances with jumps, keeps what was skipped, and is reopened for a reason', () => {
    ask(test.desk, 'incident.advance', { ...on(test.desk, id), to: 'responding' })
    expect(unreported(look(test.desk, id).incident.state.course)).toEqual(['verifying'])
    expect(allEvents(test.desk.store).at(-1)?.envelope.body).toMatchObject({ to: 'responding', skipped: ['verifying'] })
    expect(() => ask(test.desk, 'incident.advance', { ...on(test.desk, id), to: 'verifying' })).toThrow(
      refuses('incident.notForward'),
    )
    ask(test.desk, 'incident.advance', { ...on(test.desk, id), to: 'archived' })
    expect(() => ask(test.desk, 'incident.reopen', { ...on(test.desk, id), to: 'archived', reason: '无' })).toThrow(
      refuses('incident.notBack'),
    )
    ask(test.desk, 'incident.reopen', { ...on(test.desk, id), to: 'responding', reason: '夜间又滑' })
    expect(look(test.desk, id).incident.state.course).toMatchObject({
      phase: 'responding',
      reopenings: [{ reason: '夜间又滑' }],
    })
  })

  it('marks a false report and takes it back', () => {
    ask(test.desk, 'incident.dismiss', { ...on(test.desk, id), reason: '到场查看无险情' })
    expect(standing(id)).toBe('dismissed')
    expect(() => ask(test.desk, 'incident.advance', { ...on(test.desk, id), to: 'ended' })).toThrow(
      refuses('incident.dismissed'),
    )
    ask(test.desk, 'incident.undismiss', { ...on(test.desk, id), reason: '又见裂缝' })
    expect(standing(id)).toBe('open')
  })

  it('merges and takes it back; figures stand side by side and are never summed', () => {
    const other = record(test.desk, 'draft0002', { figures: { dead: { n: 2 } } }).incident.id
    ask(test.desk, 'incident.merge', { ...on(test.desk, other), into: id })
    expect([standing(id), standing(other)]).toEqual(['open', 'merged'])
    expect(page().find((row) => row.id === id)).toMatchObject({
      calls: 2,
      figures: [{ field: 'dead', official: null, said: expect.arrayContaining([{ n: 1 }, { n: 2 }]) }],
    })
    expect(JSON.stringify(page())).not.toContain('"n":3')
    expect(look(test.desk, id)).toMatchObject({ calls: [{}, {}], members: [{ state: { id: other } }] })
    expect(look(test.desk, other).root.id).toBe(id)
    expect(() => ask(test.desk, 'incident.merge', { ...on(test.desk, id), into: other })).toThrow(
      refuses('incident.merged'),
    )
    expect(() => ask(test.desk, 'incident.merge', { ...on(test.desk, id), into: id })).toThrow(
      refuses('incident.mergeSelf'),
    )
    ask(test.desk, 'incident.unmerge', { ...on(test.desk, other), reason: '相距三公里' })
    expect([standing(id), standing(other)]).toEqual(['open', 'open'])
    expect(look(test.desk, id)).toMatchObject({ calls: [{}], members: [] })
  })

  it('what was merged before moves along when its incident is merged', () => {
    const second = record(test.desk, 'draft0002').incident.id
    const third = record(test.desk, 'draft0003').incident.id
    ask(test.desk, 'incident.merge', { ...on(test.desk, third), into: second })
    ask(test.desk, 'incident.merge', { ...on(test.desk, second), into: id })
    expect(page().map((row) => row.mergedInto?.id ?? null)).toEqual([id, id, null])
    ask(test.desk, 'incident.unmerge', { ...on(test.desk, second), reason: '不是一处' })
    expect(page().map((row) => row.mergedInto?.id ?? null)).toEqual([second, null, null])
  })

  it('splits off calls into a new incident, and takes it back', () => {
    const call = record(test.desk, 'draft0002', { figures: { missing: null } }, { kind: 'attach', incident: id }).call
    const split = ask(test.desk, 'incident.split', {
      ...on(test.desk, id),
      calls: [call.id],
      title: '石门村塌方',
      set: { place: '石门桥头' },
      reason: '是另一处',
    })
    expect(split.incident).toMatchObject({ no: '0714-A02', title: '石门村塌方' })
    expect(look(test.desk, id)).toMatchObject({
      calls: [{ state: { label: { no: '0714-A01' } } }],
      splits: [{ id: split.incident.id }],
    })
    expect(look(test.desk, split.incident.id)).toMatchObject({
      calls: [{ state: { id: call.id } }],
      incident: { state: { splitFrom: { id } } },
    })
    ask(test.desk, 'incident.unsplit', { ...on(test.desk, split.incident.id), reason: '仍是一处' })
    expect(look(test.desk, id).calls).toHaveLength(2)
    expect(mergedInto(look(test.desk, split.incident.id).incident.state)).toMatchObject({ id, how: 'unsplit' })
    ask(test.desk, 'incident.unmerge', { ...on(test.desk, split.incident.id), reason: '确是两处' })
    expect(look(test.desk, id).calls).toHaveLength(1)
  })

  it('does not split off a call of another incident', () => {
    const foreign = record(test.desk, 'draft0002').call
    const split = () =>
      ask(test.desk, 'incident.split', {
        ...on(test.desk, id),
        calls: [foreign.id],
        title: '塌方',
        set: {},
        reason: '另一处',
      })
    expect(split).toThrow(refuses('incident.foreignCall'))
  })

  it('transfers to the competent body and takes it back', () => {
    const body = { key: 'naturalResources', name: '自然资源部门' }
    ask(test.desk, 'incident.transfer', { ...on(test.desk, id), body, person: '周科长', means: 'phone' })
    expect(page()[0]?.bodies).toEqual(['自然资源部门'])
    const transfer = look(test.desk, id).incident.state.transfers[0]?.id ?? ''
    ask(test.desk, 'incident.returnTransfer', { ...on(test.desk, id), transfer, reason: '属地先行处置' })
    expect(page()[0]?.bodies).toEqual([])
    expect(() => ask(test.desk, 'incident.returnTransfer', { ...on(test.desk, id), transfer, reason: '再次' })).toThrow(
      refuses('incident.unknownTransfer'),
    )
  })

  it('an officer adopts one of the claims, and only that one is official', () => {
    ask(test.desk, 'incident.claimFigures', {
      ...on(test.desk, id),
      at: 1_784_000_000_000,
      source: '县应急局',
      figures: { dead: { n: 2 }, missing: null },
    })
    const adopted = { value: { n: 2 }, claim: 'x', source: '县应急局' }
    ask(test.desk, 'incident.adoptFigure', { ...on(test.desk, id), field: 'dead', adopted })
    expect(officialOf(look(test.desk, id).incident.state)).toEqual({ dead: adopted })
    expect(page()[0]?.figures.find(({ field }) => field === 'missing')).toEqual({
      field: 'missing',
      official: null,
      said: [null],
    })
    expect(() => ask(test.desk, 'incident.void', { ...on(test.desk, id), reason: '录错' })).toThrow(
      refuses('incident.hasCalls'),
    )
  })

  it('corrects, notes and finds it again by any of its words', () => {
    ask(test.desk, 'incident.correct', { ...on(test.desk, id), set: { title: '李家湾滑坡压埋民房', level: 'serious' } })
    ask(test.desk, 'incident.note', { ...on(test.desk, id), at: 1_784_000_000_000, text: '供电所已断电' })
    expect(page({ text: '断电' }).map((row) => row.id)).toEqual([id])
    expect(page({ text: '民房', levels: ['serious'] })).toMatchObject([
      { id, level: 'serious', title: '李家湾滑坡压埋民房' },
    ])
    expect(page({ text: '民房', levels: ['ordinary'] })).toEqual([])
    expect(() => ask(test.desk, 'incident.correct', { ...on(test.desk, id), set: {} })).toThrow(
      refuses('incident.nothingChanged'),
    )
  })

  it('moves a call, detaches it, and voids a record made by mistake', () => {
    const { incident, call } = record(test.desk, 'draft0002')
    const tips = () => {
      const [found] = look(test.desk, incident.id).calls
      return { id: call.id, base: [...(found?.tips ?? [])] }
    }
    ask(test.desk, 'call.correct', {
      ...tips(),
      set: { place: '三组' },
      figures: { injured: null },
      reason: '来电人更正',
    })
    ask(test.desk, 'call.void', { ...tips(), reason: '重复登记' })
    ask(test.desk, 'incident.void', { ...on(test.desk, incident.id), reason: '重复登记' })
    expect(standing(incident.id)).toBe('voided')
    expect(() => ask(test.desk, 'call.attach', { ...tips(), incident: incident.id })).toThrow(
      refuses('call.alreadyThere'),
    )
    ask(test.desk, 'incident.restore', { ...on(test.desk, incident.id), reason: '不是重复' })
    ask(test.desk, 'call.restore', { ...tips(), reason: '不是重复' })
    ask(test.desk, 'call.detach', { ...tips(), reason: '与此事无关' })
    expect(look(test.desk, incident.id).calls).toEqual([])
    ask(test.desk, 'call.attach', { id: call.id, base: [], incident: id })
    expect(look(test.desk, id).calls).toHaveLength(2)
  })

  it('keeps everything about it in its timeline, the newest first, page by page', () => {
    ask(test.desk, 'incident.note', { ...on(test.desk, id), at: 1_784_000_000_000, text: '道路中断' })
    const other = record(test.desk, 'draft0002').incident.id
    ask(test.desk, 'incident.note', { ...on(test.desk, other), at: 1_784_000_000_000, text: '另一处' })
    ask(test.desk, 'incident.merge', { ...on(test.desk, other), into: id })
    const timeline = (before: { atMs: number; id: number } | null, limit: number) =>
      ask(test.desk, 'incident.timeline', { id, before, limit })
    const whole = timeline(null, 50)
    expect(whole.lines.map(({ kind }) => kind)).toEqual([
      'incident.merged',
      'incident.noted',
      'call.recorded',
      'incident.opened',
      'incident.noted',
      'call.recorded',
      'incident.opened',
    ])
    expect(whole.next).toBeNull()
    expect(whole.lines.every(({ own, hubMs }) => own && hubMs === null)).toBe(true)
    const first = timeline(null, 4)
    expect([...first.lines, ...timeline(first.next, 4).lines]).toEqual(whole.lines)
  })

  it('shows beside the device time when the hub had it', () => {
    const [line] = ask(test.desk, 'incident.timeline', { id, before: null, limit: 1 }).lines
    const { epoch, lane, seq } = allEvents(test.desk.store).at(-1)?.envelope ?? { epoch: '', lane: 0, seq: 0 }
    test.desk.store.writeLocal((db) => {
      const insert = db.prepare('INSERT INTO hub_ack (epoch, lane, seq, hub_ms) VALUES (?, ?, ?, ?)')
      insert.run(epoch, lane, seq + 5, 1_784_000_009_000)
      insert.run(epoch, lane, seq, 1_784_000_005_000)
    })
    const after = ask(test.desk, 'incident.timeline', { id, before: null, limit: 1 })
    expect(after.lines).toEqual([{ ...line, hubMs: 1_784_000_005_000 }])
  })

  it('needs somebody signed in, and a staff member who acts in need is marked, not refused', () => {
    test.desk.context.session.signOut()
    const note = () => ask(test.desk, 'incident.note', { ...on(test.desk, id), at: 1, text: '无人登录' })
    expect(note).toThrow(refuses('session.signInFirst'))
    test.desk.context.session.signIn({ ...test.officer, roles: ['staff'] })
    ask(test.desk, 'incident.advance', { ...on(test.desk, id), to: 'responding' })
    expect(allEvents(test.desk.store).at(-1)?.envelope.flags).not.toBe(0)
    expect(() => ask(test.desk, 'incident.void', { ...on(test.desk, id), reason: '录错' })).toThrow(
      refuses('session.roleNeeded'),
    )
  })

  it.each([
    ['incident.undismiss', 'incident.notDismissed'],
    ['incident.unmerge', 'incident.notMerged'],
    ['incident.unsplit', 'incident.notSplit'],
    ['incident.restore', 'incident.notVoided'],
  ] as const)('%s is refused where there is nothing to take back', (channel, code) => {
    expect(() => ask(test.desk, channel, { ...on(test.desk, id), reason: '核实' })).toThrow(refuses(code))
  })
})
