import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, figureBoard } from '../../../../shared/domain/incident/figureBoard.ts'
import { isZero, sameAmount, tellsOfLives } from '../../../../shared/domain/incident/figures.ts'
import type { Amount } from '../../../../shared/domain/values.ts'

const claim = (id: string, source: string, at: number, amount: Amount, more: Partial<Claim> = {}): Claim => ({
  id,
  field: 'dead',
  amount,
  source,
  at,
  incident: 'i1',
  call: null,
  ...more,
})

describe('the board of figures', () => {
  it('shows claims side by side, newest first, and says that they differ', () => {
    const [row] = figureBoard([claim('a', '村干部', 1, { n: 2 }), claim('b', '110', 2, { n: 3 })], {}, ['dead'])
    expect(row).toMatchObject({ field: 'dead', official: null, differ: true, outdated: false })
    expect(row?.claims.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('a source that corrected itself does not differ from itself', () => {
    const [row] = figureBoard([claim('a', '村干部', 1, { n: 2 }), claim('b', '村干部', 2, { n: 3 })], {}, [])
    expect(row?.differ).toBe(false)
  })

  it('unknown, none and “about” are three different statements', () => {
    const [row] = figureBoard([claim('a', '甲', 1, null), claim('b', '乙', 2, { n: 0 })], {}, [])
    expect(row?.differ).toBe(true)
    expect(figureBoard([], {}, ['dead', 'missing'])).toEqual([])
  })

  it('calls the official value outdated when something newer says otherwise', () => {
    const official = { dead: { value: { n: 2 }, claim: 'a', source: '村干部' } }
    const say = (amount: Amount) =>
      figureBoard([claim('a', '村干部', 1, { n: 2 }), claim('b', '110', 2, amount)], official, [])[0]
    expect(say({ n: 3 })).toMatchObject({ outdated: true, official: official.dead })
    expect(say({ n: 2 })?.outdated).toBe(false)
  })

  it('never makes a number nobody said, whatever was merged', () => {
    const amount = fc.oneof(
      fc.constant(null),
      fc.record({ n: fc.nat(50) }),
      fc.record({ about: fc.nat(50) }),
      fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
    )
    const claims = fc.array(
      fc.record({
        amount,
        at: fc.nat(9),
        source: fc.constantFrom('甲', '乙', '丙'),
        incident: fc.constantFrom('i1', 'i2'),
      }),
    )
    fc.assert(
      fc.property(claims, (said) => {
        const all = said.map((one, index) =>
          claim(`c${index}`, one.source, one.at, one.amount, { incident: one.incident }),
        )
        const rows = figureBoard(all, {}, ['dead'])
        const shown = rows.flatMap((row) => row.claims)
        expect(shown.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(all.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      }),
    )
  })
})

it.each([
  [{ dead: { n: 1 } }, true],
  [{ missing: null }, true],
  [{ trapped: { min: 0, max: 3 } }, true],
  [{ trapped: { about: 2 } }, true],
  [{ dead: { n: 0 }, missing: { n: 0 } }, false],
  [{ injured: { n: 9 } }, false],
  [{}, false],
] as const)('%j tells of lives at stake: %s', (figures, expected) => {
  expect(tellsOfLives(figures)).toBe(expected)
})

it('unknown is not zero', () => {
  expect(isZero(null)).toBe(false)
  expect(sameAmount(null, { n: 0 })).toBe(false)
  expect(sameAmount({ n: 3 }, { about: 3 })).toBe(false)
})
