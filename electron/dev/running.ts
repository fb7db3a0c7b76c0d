export interface StartOptions {
  readonly data: string
  readonly hub: string | undefined
  readonly port: number
  readonly browser: boolean
  readonly lang: string | undefined
  readonly demo: boolean
  /** Where the demo's links are cut and restored. */
  readonly demoLinks?: string | undefined
}

/** Something the launcher started: where it answers, how to end it, and when it ended. */
export interface Running {
  readonly address: string
  /** Asks it to end in good order; asking twice does no harm. */
  stop(): void
  /** Its exit code. */
  readonly ended: Promise<number>
}
