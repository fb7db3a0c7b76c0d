/** The desk: store, commands, sync and alarms as one object. This is its outline only: it holds nothing yet. */
export interface DeskOptions {
  readonly dataFolder: string
  readonly hub?: string | undefined
}

export interface Desk {
  onChange(listener: (change: unknown) => void): () => void
  close(): Promise<void>
}

export function createDesk(_options: DeskOptions): Desk {
  return {
    onChange: () => () => undefined,
    close: async () => undefined,
  }
}
