import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findResource } from '../../../../electron/findResource.ts'
import { figureBoard } from '../../../../shared/domain/incident/figureBoard.ts'
import { gradesFile, proposeGrade, schemeFor } from '../../../../shared/domain/incident/grading.ts'
import type { Amount } from '../../../../shared/domain/values.ts'

const { schemes } = gradesFile.parse(JSON.parse(readFileSync(findResource('rules/grades.json'), 'utf8')))

/** Figures somebody said; those in `official` were adopted. */
function propose(type: string, said: Record<string, Amount>, official: Record<string, Amount> = {}) {
  const claims = Object.entries(said).map(([field, amount], index) => ({
    id: `c${index}`,
    field,
    amount,
    source: '村干部',
    at: index,
    incident: 'i',
    call: null,
  }))
  const adopted = Object.fromEntries(
    Object.entries(official).map(([field, value]) => [field, { value, claim: 'c', source: '县应急局' }]),
  )
  const scheme = schemeFor(type, type === 'roadAccident' ? 'accident' : 'naturalDisaster', schemes)
  return scheme ? proposeGrade(figureBoard(claims, adopted, []), scheme) : null
}

describe('the grade of a geological disaster', () => {
  it.each([
    [{ dead: { n: 2 } }, '小型'],
    [{ dead: { n: 3 } }, '中型'],
    [{ dead: { n: 10 } }, '大型'],
    [{ dead: { n: 30 } }, '特大型'],
    [{ dead: { n: 0 }, economicLoss: { n: 500 } }, '大型'],
    [{ evacuated: { n: 99 } }, '小型'],
    [{ evacuated: { about: 100 } }, '中型'],
  ] as const)('for %j is %s', (said, name) => {
    expect(propose('landslide', said)?.name).toBe(name)
  })

  it('takes the upper end of a range, and the adopted value before any other', () => {
    expect(propose('landslide', { dead: { min: 2, max: 4 } })?.level).toBe('relativelySerious')
    expect(propose('landslide', { dead: { n: 12 } }, { dead: { n: 1 } })).toMatchObject({
      level: 'ordinary',
      reasons: [{ field: 'dead', value: { n: 1 }, from: null, official: true }],
    })
  })

  it('names the decisive figure first, and what would change if the missing were dead', () => {
    expect(propose('landslide', { dead: { n: 2 }, missing: { n: 1 }, evacuated: { n: 120 } })).toMatchObject({
      level: 'relativelySerious',
      reasons: [
        { field: 'evacuated', from: 100, official: false },
        { field: 'dead', from: null },
      ],
      ifMissingDead: null,
    })
    expect(propose('landslide', { dead: { n: 2 }, missing: { n: 1 } })).toMatchObject({
      level: 'ordinary',
      ifMissingDead: { level: 'relativelySerious', name: '中型' },
    })
  })

  it('is not proposed while nothing is known: unknown is not zero', () => {
    expect([propose('landslide', { dead: null }), propose('landslide', {})]).toEqual([null, null])
  })
})

it('of a forest fire goes by its area too, of an accident by its injured', () => {
  expect(propose('forestFire', { burnedHectares: { n: 1 } })?.name).toBe('较大')
  expect(propose('roadAccident', { injured: { n: 10 } })?.name).toBe('较大')
})

it('is not proposed for what no rule grades', () => {
  expect(propose('drought', { dead: { n: 3 } })).toBeNull()
})
