import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DutyClock, heardId } from '../../../electron/alarms/clock.ts'
import { evaluateClocks } from '../../../electron/alarms/evaluate.ts'

const clock: DutyClock = {
  id: 'task-1/due/1000',
  kind: 'task.due',
  subject: { id: 'task-1', no: '0714-A01', title: '转移坡脚三户' },
  who: '镇应急救援队',
  urgency: 'life-safety',
  amberAt: 750,
  dueAt: 1000,
  stoppedAt: null,
  explained: false,
  heard: [],
}
const none: ReadonlySet<string> = new Set()

/** What one clock says: stage, whether it sounds, whether it asks why. */
function say(one: Partial<DutyClock>, now: number, heard = none): string {
  const [alarm] = evaluateClocks([{ ...clock, ...one }], heard, now).alarms
  if (!alarm) return 'quiet'
  return [alarm.stage, alarm.sounding ? 'sounds' : 'silent', ...(alarm.wantsReason ? ['why'] : [])].join(' ')
}

it.each<[string, Partial<DutyClock>, number, string]>([
  ['before amber', {}, 749, 'quiet'],
  ['at amber', {}, 750, 'amber sounds'],
  ['at the very time', {}, 1000, 'amber sounds'],
  ['after it', {}, 1001, 'red sounds why'],
  ['without amber, before', { amberAt: null }, 1000, 'quiet'],
  ['without amber, after', { amberAt: null }, 1001, 'red sounds why'],
  ['done in time', { stoppedAt: 1000 }, 2000, 'quiet'],
  ['done late', { stoppedAt: 1001 }, 2000, 'red silent why'],
  ['done late, and said why', { stoppedAt: 1001, explained: true }, 2000, 'quiet'],
  ['late and running, and said why', { explained: true }, 2000, 'red silent'],
  ['heard at another console', { heard: ['red'] }, 2000, 'red silent why'],
  ['only its amber was heard', { heard: ['amber'] }, 2000, 'red sounds why'],
])('%s', (_, one, now, expected) => {
  expect(say(one, now)).toBe(expected)
})

it('is silent in the stage somebody heard here, and sounds again in the next', () => {
  const heard = new Set([heardId(clock.id, 'amber')])
  expect([say({}, 800, heard), say({}, 1001, heard)]).toEqual(['amber silent', 'red sounds why'])
})

it('puts sounding ones first, then those whose time came first', () => {
  const clocks = [
    { ...clock, id: 'c', dueAt: 300, amberAt: 1 },
    { ...clock, id: 'b', dueAt: 200, amberAt: 1 },
    { ...clock, id: 'a', dueAt: 100, stoppedAt: 150 },
  ]
  expect(evaluateClocks(clocks, none, 250)).toMatchObject({
    alarms: [{ id: 'b' }, { id: 'c' }, { id: 'a' }],
    sounding: 2,
    running: true,
    nextAt: 301,
  })
})

it('never changes between now and the moment it names', () => {
  const anyClock = fc.record({
    amberAt: fc.option(fc.nat(50)),
    dueAt: fc.nat(50),
    stoppedAt: fc.option(fc.nat(50)),
    explained: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anyClock, { maxLength: 5 }), fc.nat(60), (partial, now) => {
      const clocks = partial.map((one, index) => ({ ...clock, ...one, id: `${index}` }))
      const { alarms, nextAt } = evaluateClocks(clocks, none, now)
      const last = (nextAt ?? 61) - 1
      expect(evaluateClocks(clocks, none, Math.max(now, last)).alarms).toEqual(alarms)
      if (nextAt !== null) expect(nextAt).toBeGreaterThan(now)
    }),
  )
})
