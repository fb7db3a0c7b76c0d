import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Version of the program, as the log and the settings show it. package.json lies two folders up both from source
 * (electron/…) and from the bundle (out/main/…); this file stands one folder deep in the source only.
 */
export function readProgramVersion(): string {
  const here = import.meta.dirname
  const root = import.meta.filename.endsWith('.ts') ? join(here, '..') : join(here, '../..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}
