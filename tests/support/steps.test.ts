import { expect, it } from 'vitest'
import { countReport } from './steps.ts'

const report = { success: true, numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }

it('counts what passed, failed and was skipped', () => {
  expect(countReport({ ...report, numFailedTests: 2, numPendingTests: 1 }, 1, false)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 1,
  })
})

it('counts a run that broke outside its tests as a failure', () => {
  expect(countReport(report, 1, false)).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

it('takes a skip for a failure in CI', () => {
  expect(countReport({ ...report, numPendingTests: 2, numTodoTests: 1 }, 0, true)).toEqual({
    passed: 3,
    failed: 3,
    skipped: 0,
  })
})
