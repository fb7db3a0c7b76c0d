import { z } from 'zod'
import { channel } from './channel.ts'
import { LANGUAGES } from './languages.ts'

/** A switch of the program on this computer; `unavailable` where the system offers no such thing. */
export type ShellSwitch = 'on' | 'off' | 'unavailable'

/** What the program around the page does on this computer. */
export type ShellState =
  /** The page is in a browser: there is no window of our own to keep open. */
  | { readonly host: 'browser' }
  | {
      readonly host: 'window'
      /** The console starts with the computer. */
      readonly autostart: ShellSwitch
      /** The computer never goes to sleep, not only while a clock runs. */
      readonly alwaysAwake: ShellSwitch
    }

/**
 * What the program has to tell the person once, in the page (`shell.notices.<notice>` in the locales). `inTray`, `inTaskbar`: the
 * window was closed for the first time, and the desk goes on there. `recovered`: the page failed and was opened again.
 */
export const SHELL_NOTICES = ['inTray', 'inTaskbar', 'recovered'] as const
export type ShellNotice = (typeof SHELL_NOTICES)[number]

/** How far the opening of the records has come, where it takes longer than a moment (first start after an upgrade). */
export interface OpeningProgress {
  readonly done: number
  readonly total: number
}

export const consoleChannels = {
  /** Answered while everything else still waits for the records to be open; null when they are, or soon will be. */
  'console.opening': channel(z.null()).answers<OpeningProgress | null>(),
  'console.shell': channel(z.null()).answers<ShellState>(),
  /** The page says in which language it is: the tray's menu and the notifications speak it too. */
  'console.setLanguage': channel(z.enum(LANGUAGES)).answers<null>(),
  'console.setAutostart': channel(z.boolean()).answers<null>(),
  'console.setAlwaysAwake': channel(z.boolean()).answers<null>(),
  /** What is to be told, once: taken, it is gone. */
  'console.takeNotices': channel(z.null()).answers<readonly ShellNotice[]>(),
  /** Whether 接报 was chosen in the tray since this was last asked. */
  'console.takeIntake': channel(z.null()).answers<boolean>(),
  /** Ends the program; asks first while a clock runs. */
  'console.quit': channel(z.null()).answers<null>(),
} as const
