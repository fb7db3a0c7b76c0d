import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const tests = import.meta.dirname

export default defineConfig({
  root: join(tests, '..'),
  test: {
    pool: 'forks',
    // What is awaited comes when it comes: a busy machine is slow, not wrong.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          globalSetup: [join(tests, 'support/ownTempFolder.ts')],
          // Else one core of two stays idle.
          maxWorkers: '100%',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.faults.ts'],
          // They fill disks and kill processes: one after the other, so that each has the machine to itself.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'net',
          include: ['tests/net/**/*.net.ts'],
          // Nothing here is timed: slow links on a busy machine only take long, and most of it is waiting.
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: [join(tests, 'support/prepareE2e.ts')],
          // Each file drives a whole application: more than one at a time on two cores only makes timing a lottery.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pack',
          include: ['tests/pack/**/*.pack.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
