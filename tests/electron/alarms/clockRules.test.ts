import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readClockRules } from '../../../electron/alarms/clockRules.ts'

const MINUTE = 60_000

function writeRules(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'zhenshou-test-')), 'clocks.json')
  writeFileSync(path, text)
  return path
}
const source = { document: '某文件', article: '第3条', confidence: 'high' }

it('reads the limits of the product, each with its source', () => {
  const rules = readClockRules()
  expect(rules.readable).toBe(true)
  expect(rules.limit('order.acknowledge.life-safety', 0)).toEqual({
    rule: 'order.acknowledge.life-safety',
    rulesHash: expect.stringMatching(/^[0-9a-f]{16}$/),
    minutes: 3,
    dueAt: 3 * MINUTE,
  })
})

it('warns in the last quarter, at most half an hour before', () => {
  const { amberFrom } = readClockRules()
  expect([amberFrom(0, 40 * MINUTE), amberFrom(0, 600 * MINUTE), amberFrom(50, 10)]).toEqual([
    30 * MINUTE,
    570 * MINUTE,
    10,
  ])
})

it.each([
  ['is not JSON', '{'],
  ['has another shape', '{"rules":[{"id":"x"}]}'],
  [
    'lacks a limit',
    JSON.stringify({ rules: [{ id: 'task.acknowledge.ordinary', value: 9, unit: 'minutes', source }] }),
  ],
])('lets the desk work when the file %s, and says so', (_, text) => {
  const rules = readClockRules(writeRules(text))
  expect(rules.readable).toBe(false)
  expect(rules.limit('order.acknowledge.ordinary', 0)).toBeUndefined()
  expect(rules.amberFrom(0, MINUTE)).toBe(MINUTE)
})

it('lets the desk work without the file', () => {
  expect(readClockRules('/nowhere/clocks.json').readable).toBe(false)
})

it('gives another hash to other limits', () => {
  const write = (value: number) =>
    readClockRules(
      writeRules(JSON.stringify({ rules: [{ id: 'task.acknowledge.ordinary', value, unit: 'minutes', source }] })),
    )
  const hash = (value: number) => write(value).limit('task.acknowledge.ordinary', 0)?.rulesHash
  expect(hash(9)).not.toBe(hash(10))
})
