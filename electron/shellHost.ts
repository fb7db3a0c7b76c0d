import type { BatteryMark } from '../shared/domain/console/power.ts'
import type { ShellNotice, ShellState } from '../shared/ipc/console.ts'
import type { Language } from '../shared/ipc/languages.ts'
import type { AlarmHost } from './alarms/alarmRoom.ts'

/** What the desk may ask of the program that hosts it, on behalf of the page. Electron's shell offers it all. */
export interface ShellHost extends AlarmHost {
  state(): ShellState
  setLanguage(language: Language): void
  /** @throws {CommandError} console.autostartFailed */
  setAutostart(on: boolean): void
  setAlwaysAwake(on: boolean): void
  /** What is to be told once; it is forgotten here. */
  takeNotices(): readonly ShellNotice[]
  takeIntake(): boolean
  quit(): void
  /** The battery is running out. */
  onBatteryLow(mark: BatteryMark, percent: number): void
}

/** The host that can do nothing: a browser shows the page and the terminal ends the program. Also for tests. */
export const bareShell: ShellHost = {
  state: () => ({ host: 'browser' }),
  setLanguage: () => undefined,
  setAutostart: () => undefined,
  setAlwaysAwake: () => undefined,
  takeNotices: () => [],
  takeIntake: () => false,
  quit: () => undefined,
  onBatteryLow: () => undefined,
}
