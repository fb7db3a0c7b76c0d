import type { Log } from '../../shared/protocol/ports.ts'

/** For tests whose subject is not what is logged. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
