import { join } from 'node:path'

/**
 * A file of resources/: data a county may edit, so it is read from disk and never bundled. From source it lies beside electron/,
 * from the bundle (out/main) two folders up.
 */
export function findResource(path: string): string {
  const root = import.meta.filename.endsWith('.ts') ? '..' : '../..'
  return join(import.meta.dirname, root, 'resources', path)
}
