import { expect, it } from 'vitest'
import { coalesce } from '../../renderer/coalesce.ts'

function openCoalesce() {
  const waiting: (() => void)[] = []
  const told: string[][] = []
  const tell = coalesce<string>((items) => told.push([...items]), 200, { setTimeout: (act) => waiting.push(act) })
  const pass = () => waiting.splice(0).map((act) => act())
  return { told, tell, pass }
}

it('tells the first change at once and those that follow together', () => {
  const { told, tell, pass } = openCoalesce()
  tell(['log'])
  expect(told).toEqual([['log']])
  tell(['task', 'log'])
  tell(['task'])
  expect(told).toHaveLength(1)
  pass()
  expect(told).toEqual([['log'], ['task', 'log']])
  pass()
  expect(told).toHaveLength(2)
  tell(['team'])
  expect(told.at(-1)).toEqual(['team'])
})

it('tells what a catch-up brings less and less often, but an act of this desk at the next rest', () => {
  const { told, tell, pass } = openCoalesce()
  const toldAt: number[] = []
  for (let rest = 0; rest < 24; rest += 1) {
    const before = told.length
    tell([`remote${rest}`], { relaxed: true })
    if (told.length > before) toldAt.push(rest)
    pass()
    if (told.length > before && toldAt.at(-1) !== rest) toldAt.push(rest)
  }
  expect(toldAt).toEqual([0, 1, 5, 13, 21])
  tell(['own'])
  pass()
  expect(told.at(-1)).toContain('own')
})

it('is quick again after a pause', () => {
  const { told, tell, pass } = openCoalesce()
  for (let rest = 0; rest < 8; rest += 1) {
    tell(['remote'], { relaxed: true })
    pass()
  }
  for (let rest = 0; rest < 20; rest += 1) pass()
  const before = told.length
  tell(['remote'], { relaxed: true })
  expect(told).toHaveLength(before + 1)
})
