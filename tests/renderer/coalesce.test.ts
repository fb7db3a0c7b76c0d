import { expect, it } from 'vitest'
import { coalesce } from '../../renderer/coalesce.ts'

it('tells the first change at once and those that follow together', () => {
  const waiting: (() => void)[] = []
  const told: string[][] = []
  const tell = coalesce<string>((items) => told.push([...items]), 200, { setTimeout: (act) => waiting.push(act) })
  const pass = () => waiting.splice(0).map((act) => act())
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
