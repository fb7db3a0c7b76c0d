/**
 * What every call of the console API answers: a value, or why not. `code` is a key below `errors` in the locales, `details` fill
 * its sentence; `message` is for the log.
 */
export type IpcResult<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly error: {
        readonly code: string
        readonly message: string
        readonly details?: Readonly<Record<string, string | number>>
      }
    }

/** The one object the preload script gives to the page (`window.zhenshou`). The browser host offers the same over HTTP. */
export interface Bridge {
  invoke(channel: string, args: unknown): Promise<IpcResult>
  /** Called with each change of the store; returns the function that ends it. */
  onChange(listener: (change: unknown) => void): () => void
}
