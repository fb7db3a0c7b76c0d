import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import { ask } from '../../support/ask.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { record } from '../../support/intakes.ts'

const MINUTE = 60_000
let test: TestDesk
let incident: string

beforeEach(() => {
  test = openTestDesk()
  incident = record(test.desk, 'draft0001', { reportedAt: test.clock.now() }).incident.id
})
afterEach(() => test.desk.close())

const now = () => test.clock.now()
const list = () => ask(test.desk, 'outage.list', { incident })
const said = () => ({ at: now(), by: '供电所', means: 'phone' as const, note: '' })
const report = (more: Partial<ArgsOf<'outage.report'>> = {}) =>
  ask(test.desk, 'outage.report', {
    utilities: ['road', 'power'],
    villages: test.villages.slice(0, 2).map(({ id, name }) => ({ id, name })),
    place: '',
    since: now() - 10 * MINUTE,
    source: '李建国',
    means: 'phone',
    note: '',
    incident,
    ...more,
  })
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'done'
}

it('records each lifeline of each village once, in one act', () => {
  expect(report()).toEqual({ added: 4 })
  expect(report({ utilities: ['power', 'water'] })).toEqual({ added: 2 })
  expect(refusal(report)).toBe('outage.already')
  expect(list().map(({ village, utility }) => `${village.name}${utility}`)).toHaveLength(6)
  expect(refusal(() => report({ since: now() + 5 * MINUTE }))).toBe('outage.timeInFuture')
})

it('is restored, cut again, and voided, each known to the incident’s board', () => {
  report({ utilities: ['power'], villages: test.villages.slice(0, 1).map(({ id, name }) => ({ id, name })) })
  const on = () => {
    const [one] = list()
    return { id: one?.id ?? '', base: [...(one?.tips ?? [])] }
  }
  expect(refusal(() => ask(test.desk, 'outage.repair', { ...on(), ...said(), at: now() - 30 * MINUTE }))).toBe(
    'outage.beforeCut',
  )
  ask(test.desk, 'outage.repair', { ...on(), ...said() })
  expect(list()).toMatchObject([{ repair: { by: '供电所' } }])
  expect(refusal(() => ask(test.desk, 'outage.repair', { ...on(), ...said() }))).toBe('outage.repaired')
  expect(ask(test.desk, 'outage.list', { incident: null })).toEqual([])
  ask(test.desk, 'outage.reopen', { ...on(), at: now(), reason: '再次跳闸' })
  expect(list()).toMatchObject([{ repair: null }])
  const { id, base } = on()
  ask(test.desk, 'outage.void', { id, base, reason: '报错了村' })
  expect(list()).toEqual([])
  expect(refusal(() => ask(test.desk, 'outage.reopen', { id, base, at: now(), reason: 'x' }))).toBe('outage.unknown')
})
