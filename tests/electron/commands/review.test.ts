import { afterEach, beforeEach, expect, it } from 'vitest'
import { beginLinkSpell } from '../../../electron/store/repositories/linkSpells.ts'
import { laneOf } from '../../../shared/domain/lane.ts'
import { marginOf } from '../../../shared/domain/review/milestones.ts'
import { ask } from '../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { on, record } from '../../support/intakes.ts'
import { refusalOf } from '../../support/refusalOf.ts'

const MINUTE = 60_000
let test: TestDesk
let incident: string

beforeEach(() => {
  test = openTestDesk()
  incident = record(test.desk, 'draft0001', {
    reportedAt: test.clock.now(),
    figures: { trapped: { n: 2 } },
  }).incident.id
})
afterEach(() => test.desk.close())

const now = () => test.clock.now()
const page = () => {
  const found = ask(test.desk, 'review.read', { incident })
  if (!found) throw new Error('no review')
  return found
}
const base = () => [...page().tips]
const line = (key: string) => page().lines.find((one) => one.key === key)
const enter = (more: object = {}) =>
  ask(test.desk, 'review.enterLesson', {
    incident,
    base: base(),
    happened: '村口漫水桥没有人值守',
    change: '给李家湾村漫水桥安排专人值守',
    who: { kind: 'person', id: test.leader.id, name: '刘芳' },
    dueAt: now() + 7 * 24 * 60 * MINUTE,
    ...more,
  })

it('shows every step against its limit: kept, missed by how much, or never reported', () => {
  const told = line('firstPhone')
  expect(told).toMatchObject({ at: null, limit: { rule: 'report.first.phone' } })
  expect(told?.source).not.toBe('')
  test.clock.advance(31 * MINUTE)
  expect(marginOf({ at: null, limit: line('firstPhone')?.limit ?? null }, now())).toBeLessThan(0)
  // From 接报 straight to 处置: 核实 was skipped and stays 未报.
  ask(test.desk, 'incident.advance', { ...on(test.desk, incident), to: 'responding', reason: '情况紧急' })
  expect(page()).toMatchObject({ receivedAt: now() - 31 * MINUTE, receivedBy: '张伟' })
  expect(line('verifying')).toMatchObject({ at: null })
  const keys = page().lines.map(({ key }) => key)
  expect(keys.indexOf('verifying')).toBe(keys.indexOf('responding') - 1)
  expect(line('responding')).toMatchObject({ at: now(), by: '张伟' })
  expect(page().endedAt).toBeNull()
  expect(page().figures).toMatchObject([{ field: 'trapped', official: null }])
  expect(page().people).toMatchObject([{ name: '张伟' }])
})

it('makes one task of a lesson, whoever presses the key, and shows how it stands', () => {
  const { lesson } = enter()
  const given = ask(test.desk, 'review.giveTask', { incident, base: base(), lesson })
  expect(ask(test.desk, 'review.giveTask', { incident, base: base(), lesson })).toEqual(given)
  // What follows from a lesson is no step of the incident.
  expect(page().lines.map(({ key }) => key)).not.toContain('departed')
  const [shown] = page().lessons
  expect(shown).toMatchObject({ happened: '村口漫水桥没有人值守', task: { id: given.task.id, status: 'issued' } })
  expect(ask(test.desk, 'task.detail', { id: given.task.id })?.row.title).toBe('给李家湾村漫水桥安排专人值守')
  expect(
    refusalOf(() => ask(test.desk, 'review.withdrawLesson', { incident, base: base(), lesson, reason: '重复' })),
  ).toBe('review.tasked')
})

it('keeps a lesson that was corrected or withdrawn, with the reason', () => {
  const { lesson } = enter()
  ask(test.desk, 'review.correctLesson', {
    incident,
    base: base(),
    lesson,
    set: { change: '加装漫水桥栏杆' },
    reason: '记错',
  })
  expect(page().lessons[0]?.change).toBe('加装漫水桥栏杆')
  ask(test.desk, 'review.withdrawLesson', { incident, base: base(), lesson, reason: '与上一条重复' })
  expect(page().lessons[0]?.withdrawn).toEqual({ reason: '与上一条重复', by: '张伟' })
  expect(refusalOf(() => ask(test.desk, 'review.giveTask', { incident, base: base(), lesson }))).toBe(
    'review.withdrawn',
  )
})

it('refuses a time that has passed, and an incident nobody knows', () => {
  expect(refusalOf(() => enter({ dueAt: now() }))).toBe('review.dueInPast')
  expect(ask(test.desk, 'review.read', { incident: 'incident-unknown00001' })).toBeNull()
})

it('waits behind what is urgent', () => {
  const body = { incident: page().incident, lesson: 'lesson-1', reason: '重复' }
  expect(laneOf('review.lessonWithdrawn', body)).toBe(2)
})

it('shows when this console had no link or only a satellite, from its own record, and says how far that goes', () => {
  const start = now()
  expect(page().links).toEqual({ recorded: 'none', spells: [] })
  const at = (minute: number) => start + minute * MINUTE
  test.desk.store.writeLocal((db) => {
    beginLinkSpell(db, 'none', at(-90), at(-30))
    beginLinkSpell(db, 'wide', at(-30), at(12))
    beginLinkSpell(db, 'none', at(12), at(20))
    beginLinkSpell(db, 'satellite', at(20), at(40))
  })
  test.clock.advance(40 * MINUTE)
  const spells = [
    { way: 'none', from: at(12), until: at(20), goesOn: false },
    { way: 'satellite', from: at(20), until: at(40), goesOn: true },
  ]
  expect(page().links).toEqual({ recorded: 'all', spells })
  test.clock.advance(30 * MINUTE)
  const over = spells.map((one) => ({ ...one, goesOn: false }))
  expect(page().links).toEqual({ recorded: 'part', spells: over })
})
