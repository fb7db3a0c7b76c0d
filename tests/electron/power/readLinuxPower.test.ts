import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readLinuxPower } from '../../../electron/power/readLinuxPower.ts'

const root = mkdtempSync(join(tmpdir(), 'zhenshou-power-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

type Supplies = Readonly<Record<string, Readonly<Record<string, string | number>>>>

/** Files as the kernel shows them: a line each. */
function makeMachine(supplies: Supplies): string {
  const folder = mkdtempSync(join(root, 'machine-'))
  for (const [name, files] of Object.entries(supplies)) {
    mkdirSync(join(folder, name))
    for (const [file, value] of Object.entries(files)) writeFileSync(join(folder, name, file), `${value}\n`)
  }
  return folder
}

const plugged = { type: 'Mains', online: 1 }
const unplugged = { type: 'Mains', online: 0 }
const cell = { type: 'Battery', present: 1, status: 'Discharging', capacity: 64, scope: 'System' }

it.each<[string, Supplies, ReturnType<typeof readLinuxPower>]>([
  ['a laptop on its battery', { AC: unplugged, BAT0: cell }, { onBattery: true, percent: 64 }],
  ['a laptop plugged in', { AC: plugged, BAT0: { ...cell, status: 'Charging' } }, { onBattery: false, percent: 64 }],
  ['plugged in, but the battery says Discharging', { AC: plugged, BAT0: cell }, { onBattery: false, percent: 64 }],
  ['a plug of USB-C', { ucsi: { type: 'USB', online: 1 }, BAT0: cell }, { onBattery: false, percent: 64 }],
  ['no plug to be seen', { BAT0: cell }, { onBattery: true, percent: 64 }],
  ['no plug, full', { BAT0: { ...cell, status: 'Full', capacity: 100 } }, { onBattery: false, percent: 100 }],
  [
    'two batteries of different size',
    {
      AC: unplugged,
      BAT0: { ...cell, capacity: 100, energy_full: 20_000_000 },
      BAT1: { ...cell, capacity: 0, energy_full: 60_000_000 },
    },
    { onBattery: true, percent: 25 },
  ],
  [
    'a battery that counts charge only',
    { AC: unplugged, BAT0: { type: 'Battery', status: 'Discharging', charge_full: 4_000_000, charge_now: 1_000_000 } },
    { onBattery: true, percent: 25 },
  ],
  ['a battery that says nothing', { AC: unplugged, BAT0: { type: 'Battery' } }, { onBattery: true, percent: null }],
  ['a UPS', { UPS: { ...cell, type: 'UPS' } }, { onBattery: true, percent: 64 }],
  ['an empty bay', { AC: plugged, BAT0: { ...cell, present: 0 } }, { onBattery: false, percent: null }],
  ['a mouse', { hid: { ...cell, scope: 'Device' } }, null],
  ['a desktop without anything', {}, null],
])('%s', (_name, supplies, reading) => {
  expect(readLinuxPower(makeMachine(supplies))).toEqual(reading)
})

it('reads nothing where there is no such folder', () => {
  expect(readLinuxPower(join(root, 'none'))).toBeNull()
})
