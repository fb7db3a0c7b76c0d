import { realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '../..')

/**
 * Folder for big things that are made once per machine and are no part of the checkout's state. A work tree whose
 * node_modules is a link to another checkout's shares that checkout's cache as well.
 */
export function findCacheFolder(): string {
  return join(dirname(realpathSync(join(projectRoot, 'node_modules'))), '.cache')
}
