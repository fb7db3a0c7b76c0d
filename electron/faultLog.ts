import { format } from 'node:util'
import type { Log } from '../shared/protocol/ports.ts'

/** Lets what goes to console.error also go to the technical log: a program started by a click has no terminal. */
export function keepErrors(log: Log): void {
  const print = console.error
  console.error = (...parts: unknown[]) => {
    print(...parts)
    log.error('fault', { text: format(...parts) })
  }
}
