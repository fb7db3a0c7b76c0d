import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs'
import type { Log } from '../protocol/ports.ts'
import { createLineLog, systemClock } from './systemPorts.ts'

/** The file is started anew at this size; one old one is kept. */
const LARGEST_BYTES = 10 * 1024 * 1024

/** The technical log of one process: for whoever repairs the machine, never for the duty officer. */
export function openFileLog(path: string): Log {
  if (existsSync(path) && statSync(path).size > LARGEST_BYTES) renameSync(path, `${path}.old`)
  return createLineLog((line) => {
    try {
      appendFileSync(path, `${line}\n`)
    } catch {
      // A full or read-only disk is told to people elsewhere; the log must not stop what it reports on.
    }
  }, systemClock)
}
