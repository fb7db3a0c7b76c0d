import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPowerWatch, type PowerWatch } from '../../../electron/power/powerWatch.ts'
import { readLogPage } from '../../../electron/store/repositories/logLines.ts'
import { openStore } from '../../../electron/store/store.ts'
import type { PowerReading } from '../../../shared/domain/console/power.ts'
import { makeFolder, openTestDesk, type TestDesk } from '../../support/deskFixture.ts'
import { createWorld, type World } from '../../support/world.ts'

let test: TestDesk
let world: World
let reading: PowerReading | null
let told: string[]
let watch: PowerWatch

beforeEach(() => {
  test = openTestDesk()
  world = createWorld(1)
  reading = { onBattery: false, percent: 90 }
  told = []
  watch = open()
})
afterEach(async () => {
  watch.close()
  await test.desk.close()
})

function open(): PowerWatch {
  return createPowerWatch(test.desk.context, {
    read: () => reading,
    timer: world.clock,
    onChange: () => told.push('screen'),
    onWarning: (mark, percent) => told.push(`warning ${mark} at ${percent}`),
  })
}

/** What the duty log says of power, oldest first. */
function logged(): unknown[] {
  const { lines } = readLogPage(test.desk.store.db, test.desk.store.origin, {
    filter: { kinds: ['console.powerChanged'] },
    before: null,
    limit: 100,
  })
  return lines.map(({ body }) => body).reverse()
}

it('logs, shows and warns as the battery runs down', () => {
  for (const next of [
    { onBattery: true, percent: 88 },
    { onBattery: true, percent: 30 },
  ]) {
    reading = next
    watch.look()
  }
  expect(watch.state()).toEqual({ source: 'battery', percent: 30, mark: 30 })
  reading = { onBattery: true, percent: 9 }
  watch.look()
  reading = { onBattery: false, percent: 9 }
  watch.look()
  expect(watch.state()).toEqual({ source: 'mains', percent: 9 })
  expect(told).toEqual(['screen', 'screen', 'warning 30 at 30', 'screen', 'warning 10 at 9', 'screen'])
  expect(logged()).toEqual([
    { onBattery: true, percent: 88 },
    { onBattery: true, percent: 30 },
    { onBattery: true, percent: 9 },
    { onBattery: false, percent: 9 },
  ])
})

it('looks by itself', () => {
  world.advance(1)
  expect(told).toEqual(['screen'])
  reading = { onBattery: true, percent: 50 }
  world.advance(60_000)
  expect(watch.state()).toEqual({ source: 'battery', percent: 50, mark: null })
  watch.close()
  reading = { onBattery: false, percent: 50 }
  world.advance(60_000)
  expect(watch.state()).toMatchObject({ source: 'battery' })
})

it('logs nothing twice over a restart, but warns again', () => {
  reading = { onBattery: true, percent: 20 }
  watch.look()
  watch.close()
  told = []
  watch = open()
  watch.look()
  expect(told).toEqual(['screen', 'warning 30 at 20'])
  expect(logged()).toHaveLength(1)
  reading = { onBattery: false, percent: 20 }
  watch.look()
  expect(logged()).toHaveLength(2)
})

it("takes the page's word where the machine cannot be read here", () => {
  reading = null
  watch.look()
  expect(watch.state()).toEqual({ source: 'mains', percent: null })
  watch.report({ onBattery: true, percent: 42 })
  expect(watch.state()).toEqual({ source: 'battery', percent: 42, mark: null })
  reading = { onBattery: false, percent: 80 }
  watch.report({ onBattery: true, percent: 41 })
  expect(watch.state()).toEqual({ source: 'mains', percent: 80 })
})

it('works before a township is set up, with nothing to log to', () => {
  const store = openStore({ folder: makeFolder(), now: () => 0 })
  const early = createPowerWatch(
    { store },
    {
      read: () => ({ onBattery: true, percent: 8 }),
      timer: world.clock,
      onChange: () => undefined,
      onWarning: (mark) => told.push(`early ${mark}`),
    },
  )
  early.look()
  expect(early.state()).toEqual({ source: 'battery', percent: 8, mark: 10 })
  expect(told).toEqual(['early 10'])
  early.close()
  store.close()
})
