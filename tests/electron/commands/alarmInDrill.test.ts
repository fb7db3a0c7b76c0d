import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk.ts'
import { ask } from '../../support/ask.ts'
import { makeCounty } from '../../support/county.ts'
import { desksOfTests, leaveDrill } from '../../support/drillDesks.ts'
import { issueTask } from '../../support/issueTask.ts'
import { allEvents } from '../../support/otherConsole.ts'
import { startDrill } from '../../support/startDrill.ts'

const MINUTE_MS = 60_000
const desks = desksOfTests()

describe('real alarms in a drill', () => {
  /** A real county order and a practised task, both sounding, at a console in a drill. */
  function openSounding() {
    const test = desks.open()
    const { desk, clock } = test
    const county = makeCounty(desk.store.scope, clock.now)
    clock.advance(1000)
    desk.store.applyRemote([county.order({ id: 'order-1', no: '0714-县01' })])
    startDrill(test)
    const dueAt = clock.now() + MINUTE_MS
    issueTask(desk, clock, { dueAt })
    clock.advance(2 * MINUTE_MS)
    return test
  }
  const list = (desk: Desk) => ask(desk, 'alarm.list', null)
  const ids = (alarms: readonly { readonly id: string }[]) => alarms.map(({ id }) => id)

  it('are silenced from the drill, as a real act, and the practised ones go on', () => {
    const { desk } = openSounding()
    const before = list(desk)
    expect([ids(before.real).length, before.sounding]).toEqual([1, 1])
    ask(desk, 'alarm.acknowledgeReal', { ids: ids(before.real) })
    expect(list(desk)).toMatchObject({ real: [], sounding: 1 })
    const said = allEvents(desk.store).at(-1)?.envelope
    expect([said?.kind, said?.entity, said?.flags, said?.author?.name]).toEqual([
      'order.alarmAcknowledged',
      'order:order-1',
      0,
      '张伟',
    ])
    leaveDrill(desk)
    expect(list(desk)).toMatchObject({ sounding: 0 })
  })

  it('are not silenced by the key of the practised ones, nor those by theirs', () => {
    const { desk } = openSounding()
    const { real, alarms } = list(desk)
    ask(desk, 'alarm.acknowledge', { ids: ids(real) })
    ask(desk, 'alarm.acknowledgeReal', { ids: ids(alarms) })
    expect(list(desk)).toMatchObject({ real, alarms })
  })

  it('wait for somebody who is signed in', () => {
    const { desk } = openSounding()
    const { real } = list(desk)
    desk.context.session.signOut()
    expect(() => ask(desk, 'alarm.acknowledgeReal', { ids: ids(real) })).toThrow('session.signInFirst')
    expect(list(desk).real).toEqual(real)
  })
})
