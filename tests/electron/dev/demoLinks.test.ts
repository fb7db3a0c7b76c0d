import { afterEach, expect, it } from 'vitest'
import { startDemoLinks } from '../../../electron/dev/demoLinks.ts'
import { connectDemoSwitches } from '../../../electron/links/demoSwitches.ts'
import { ask } from '../../support/ask.ts'
import { openTestDesk } from '../../support/deskFixture.ts'
import { startTestHub } from '../../support/hubFixture.ts'
import { waitFor } from '../../support/waitFor.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

it('a newcomer cuts the broadband of the demo, and the records go by satellite; cuts that too, and they wait', async () => {
  const hub = await startTestHub()
  closing.push(() => hub.close())
  const demo = await startDemoLinks(hub.url)
  closing.push(() => demo.close())
  const { desk } = openTestDesk()
  closing.push(() => desk.close())
  ask(desk, 'links.save', { links: [...demo.links] })
  await desk.handlers['sync.enroll']({ code: await hub.enrolCode('510124103', '清溪镇') })
  const links = () => ask(desk, 'links.now', null).links
  const stateOf = (id: string) => links().find(({ settings }) => settings.id === id)
  await waitFor(links, (all) => all.every(({ state }) => state === 'up'))

  const switches = connectDemoSwitches(demo.url)
  expect(await switches.read()).toEqual([
    { id: 'broadband', state: 'on' },
    { id: 'satellite', state: 'on' },
  ])
  await switches.set('broadband', 'cut')
  await waitFor(
    () => stateOf('satellite')?.carries.length,
    (count) => count === 3,
  )
  ask(desk, 'log.enter', { at: 1, text: '宽带中断后的记录' })
  await waitFor(
    () => ask(desk, 'sync.state', null).pending,
    (pending) => pending.every((count) => count === 0),
  )

  await switches.set('satellite', 'cut')
  await waitFor(
    () => ask(desk, 'sync.state', null).state,
    (state) => state !== 'online',
  )
  ask(desk, 'log.enter', { at: 2, text: '全部中断后的记录' })
  await switches.set('broadband', 'on')
  ask(desk, 'sync.retryNow', null)
  await waitFor(
    () => ask(desk, 'sync.state', null).pending,
    (pending) => pending.every((count) => count === 0),
  )
  await expect(switches.set('none', 'cut')).rejects.toThrow()
})
