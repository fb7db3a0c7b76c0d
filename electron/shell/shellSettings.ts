import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isLanguage, LANGUAGES, type Language } from '../../shared/ipc/languages.ts'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What the program around the page remembers from one start to the next. */
export interface ShellSettings {
  readonly language: Language
  /** Where the window was, in screen points; null before it was ever moved. */
  readonly bounds: Bounds | null
  readonly maximized: boolean
  /** Steps of Ctrl +, 0 is the natural size. */
  readonly zoom: number
  readonly alwaysAwake: boolean
  /** The person has been told that a closed window goes on in the tray. */
  readonly closingExplained: boolean
}

export const DEFAULT_SHELL_SETTINGS: ShellSettings = {
  language: LANGUAGES[0],
  bounds: null,
  maximized: false,
  zoom: 0,
  alwaysAwake: false,
  closingExplained: false,
}

export const ZOOM_LIMITS = { least: -3, most: 5 } as const

export interface ShellSettingsFile {
  current(): ShellSettings
  change(part: Partial<ShellSettings>): void
}

/**
 * A small file beside the duty log, not in it: it is needed before the window, and the log is opened after. A folder that cannot
 * be written costs the choice at the next start, nothing else.
 */
export function openShellSettings(path: string): ShellSettingsFile {
  let current = readShellSettings(path)
  return {
    current: () => current,
    change(part) {
      const next = { ...current, ...part }
      if (JSON.stringify(next) === JSON.stringify(current)) return
      current = next
      writeWhole(path, JSON.stringify(current))
    },
  }
}

function readShellSettings(path: string): ShellSettings {
  try {
    return settingsFrom(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return DEFAULT_SHELL_SETTINGS
  }
}

/** Takes what is usable, member by member: a file edited by hand or of another version must not cost the window. */
export function settingsFrom(kept: unknown): ShellSettings {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_SHELL_SETTINGS
  const { language, bounds, maximized, zoom, alwaysAwake, closingExplained } = kept as Record<string, unknown>
  return {
    language: isLanguage(language) ? language : DEFAULT_SHELL_SETTINGS.language,
    bounds: boundsFrom(bounds),
    maximized: maximized === true,
    zoom: typeof zoom === 'number' ? Math.min(ZOOM_LIMITS.most, Math.max(ZOOM_LIMITS.least, Math.trunc(zoom))) : 0,
    alwaysAwake: alwaysAwake === true,
    closingExplained: closingExplained === true,
  }
}

function boundsFrom(kept: unknown): Bounds | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { x, y, width, height } = kept as Record<string, unknown>
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null
  return { x, y, width, height }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

/** Whole or not at all, also when the power goes while it is written. */
function writeWhole(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, text)
    renameSync(`${path}.new`, path)
  } catch {
    return
  }
}
