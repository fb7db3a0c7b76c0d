import type { AdminFailure } from './protocol.ts'

/** Why the hub cannot do what its command line asked. */
export class AdminError extends Error {
  readonly code: AdminFailure
  constructor(code: AdminFailure) {
    super(`admin: ${code}`)
    this.code = code
  }
}
