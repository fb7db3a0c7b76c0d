/**
 * The desk's own refusal: `code` is a key below `errors` in the locales, `details` fill its sentence. Nothing was written.
 */
export class CommandError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
  constructor(code: string, details: Readonly<Record<string, string | number>> = {}) {
    super(`refused: ${code}`)
    this.code = code
    this.details = details
  }
}
