import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PowerReading } from '../../shared/domain/console/power.ts'

interface Supply {
  readonly mains: boolean
  /** A plug that delivers; for a battery: it is being emptied. */
  readonly online: boolean
  readonly discharging: boolean
  readonly percent: number | null
  /** Full size, in whatever unit this battery counts; for the mean of several. */
  readonly size: number
}

/**
 * Reads the kernel's power supplies (Documentation/ABI/testing/sysfs-class-power). A few small files of a virtual file system:
 * some tens of microseconds. Batteries of mice and headsets (scope Device) do not count.
 * @returns null when the machine has neither a battery nor a plug it knows of, or no such folder.
 */
export function readLinuxPower(folder = '/sys/class/power_supply'): PowerReading | null {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return null
  }
  const supplies = names.flatMap((name) => readSupply(join(folder, name)) ?? [])
  const plugs = supplies.filter(({ mains }) => mains)
  const batteries = supplies.filter(({ mains }) => !mains)
  if (batteries.length === 0) return plugs.length > 0 ? { onBattery: false, percent: null } : null
  // Some machines show no plug at all; some batteries say Discharging for a moment while plugged in.
  const onBattery = plugs.length > 0 ? !plugs.some(({ online }) => online) : batteries.some((one) => one.discharging)
  return { onBattery, percent: meanPercent(batteries) }
}

function readSupply(folder: string): Supply | null {
  const type = readText(folder, 'type')
  const mains = type === 'Mains' || type.startsWith('USB')
  if (!mains && type !== 'Battery' && type !== 'UPS') return null
  if (readText(folder, 'scope') === 'Device' || readText(folder, 'present') === '0') return null
  const full = readNumber(folder, 'energy_full') ?? readNumber(folder, 'charge_full')
  const left = readNumber(folder, 'energy_now') ?? readNumber(folder, 'charge_now')
  const counted = full && left !== null ? (left / full) * 100 : null
  return {
    mains,
    online: readText(folder, 'online') !== '0',
    discharging: readText(folder, 'status') === 'Discharging',
    percent: readNumber(folder, 'capacity') ?? counted,
    size: full ?? 1,
  }
}

function meanPercent(batteries: readonly Supply[]): number | null {
  let [sum, size] = [0, 0]
  for (const battery of batteries) {
    if (battery.percent === null) continue
    sum += battery.percent * battery.size
    size += battery.size
  }
  return size === 0 ? null : Math.min(100, Math.max(0, Math.round(sum / size)))
}

function readText(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8').trim()
  } catch {
    return ''
  }
}

function readNumber(folder: string, name: string): number | null {
  const text = readText(folder, name)
  const value = Number(text)
  return text !== '' && Number.isFinite(value) ? value : null
}
