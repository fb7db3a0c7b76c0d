import { parseArgs } from 'node:util'

/** What the command line may say to the console, the same for Electron and the browser host. */
export interface ConsoleOptions {
  /** The data folder; the host's default when absent. */
  readonly data?: string | undefined
  /** Address of the county hub to use from now on. */
  readonly hub?: string | undefined
  readonly language?: string | undefined
  /** Load the sample township into an empty data folder. */
  readonly demo: boolean
  /** Where the demo's links are cut and restored. */
  readonly demoLinks?: string | undefined
  /** Print PAINTED on stdout at first paint: the development launcher waits for it. */
  readonly reportPaint: boolean
}

export const PAINTED = 'zhenshou:painted'
/** Printed instead when another console has the data folder; its window was brought to the front. */
export const ALREADY_OPEN = 'zhenshou:already-open'

/** Reads our own flags out of a command line that may hold Chromium's as well; those are left alone. */
export function parseConsoleOptions(args: readonly string[]): ConsoleOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      hub: { type: 'string' },
      lang: { type: 'string' },
      demo: { type: 'boolean' },
      'demo-links': { type: 'string' },
      'report-paint': { type: 'boolean' },
    },
  })
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  return {
    data: text(values.data),
    hub: text(values.hub),
    language: text(values.lang),
    demo: values.demo === true,
    demoLinks: text(values['demo-links']),
    reportPaint: values['report-paint'] === true,
  }
}
