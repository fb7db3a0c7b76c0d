import { basename, join } from 'node:path'

/**
 * File to start a worker thread from. `source` is relative to electron/, such as `documents/readExcel.worker.ts`. Run from
 * source (tests, browser host) it is that file; in the bundle it is out/main/workers/readExcel.cjs.
 */
export function findWorker(source: string): string {
  const here = import.meta.dirname
  if (import.meta.filename.endsWith('.ts')) return join(here, source)
  return join(here, 'workers', `${basename(source, '.worker.ts')}.cjs`)
}
