import { expect, it } from 'vitest'
import { type LinkSpell, linkRecord, recordWords, timelineRows } from '../../../../shared/domain/review/linkSpells.ts'
import type { ReviewLine } from '../../../../shared/domain/review/page.ts'

const MINUTE = 60_000
const step = (key: ReviewLine['key'], at: number | null): ReviewLine => {
  return { key, what: '', at, by: '', limit: null, reason: '', source: '' }
}

/** In minutes. */
const record = (spells: readonly LinkSpell[], from: number, until: number) =>
  linkRecord(spells, { from: from * MINUTE, until: until * MINUTE, now: 500 * MINUTE })

it('says what the record covers, and tells only of what was worse than usual', () => {
  const wide = { way: 'wide', from: 0, until: 60 * MINUTE } as const
  expect(record([wide], 10, 50)).toEqual({ recorded: 'all', spells: [] })
  expect(recordWords(record([wide], 10, 50))).toBe('allGood')
  expect(record([wide], 10, 100).recorded).toBe('part')
  expect(record([], 0, 1).recorded).toBe('none')
})

it('puts each spell before the first step after its beginning, the last ones at the end', () => {
  const none = { way: 'none', from: 12, until: 20, goesOn: false } as const
  const satellite = { way: 'satellite', from: 20, until: 95, goesOn: false } as const
  const late = { way: 'none', from: 200, until: 210, goesOn: false } as const
  const lines = [step('responding', 12), step('firstPhone', 30), step('ended', 100), step('archived', null)]
  const rows = timelineRows(lines, { spells: [none, satellite, late] })
  expect(rows.map((row) => (row.row === 'link' ? row.spell.from : row.line.key))).toEqual([
    12,
    'responding',
    20,
    'firstPhone',
    'ended',
    200,
    'archived',
  ])
})

it('keeps the order of time around a step that nobody reported', () => {
  const before = { way: 'none', from: 5, until: 8, goesOn: false } as const
  const after = { way: 'satellite', from: 40, until: 95, goesOn: false } as const
  const lines = [step('verifying', null), step('responding', 12), step('ended', 100)]
  const rows = timelineRows(lines, { spells: [before, after] })
  expect(rows.map((row) => (row.row === 'link' ? row.spell.from : row.line.key))).toEqual([
    5,
    'verifying',
    'responding',
    40,
    'ended',
  ])
})
