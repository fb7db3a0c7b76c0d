import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { layGround } from './ground.ts'
import { runSeed } from './runSeed.ts'

const ground = layGround()
afterAll(() => rmSync(ground.template, { recursive: true, force: true }))

describe('a seed', () => {
  test('comes to the same every time, event for event', { timeout: 180_000 }, () => {
    const [once, again] = [runSeed(3, {}, ground), runSeed(3, {}, ground)]
    expect(again).toEqual(once)
    expect(once.events).toBeGreaterThanOrEqual(200)
    expect(once.verdict).toEqual({ lost: 0, duplicated: 0, diverged: 0, findings: [] })
  })
})

describe('npm run simulate', () => {
  const simulate = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], { encoding: 'utf8' })

  test('prints one JSON object as its last line', { timeout: 120_000 }, () => {
    const { status, stdout } = simulate('--seeds', '1', '--first-seed', '5', '--json')
    const summary = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>
    expect(Object.keys(summary)).toEqual(['seeds', 'events', 'faults', 'lost', 'duplicated', 'diverged', 'seconds'])
    expect([status, summary.seeds, summary.lost, summary.duplicated, summary.diverged]).toEqual([0, 1, 0, 0, 0])
  })

  test('says which seed failed, and how to see it again', { timeout: 120_000 }, () => {
    const { status, stderr } = simulate('--seeds', '5', '--first-seed', '2', '--mutant', 'clockWins', '--json')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /seed \d+ failed; again: npm run simulate -- --seeds 1 --first-seed \d+ --mutant clockWins --json/,
    )
  })

  test('knows its mutants', () => {
    const { status, stderr } = simulate('--mutant', 'nobody')
    expect([status, stderr.trim()]).toEqual([
      2,
      'there is no mutant nobody; there are ackBeforeCommit, skipHashCompare, reuseEpoch, clockWins, cursorOutsideTransaction',
    ])
  })
})
