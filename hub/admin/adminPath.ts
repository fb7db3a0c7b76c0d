import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Longest path a Unix socket can have (macOS has the shortest). */
const LONGEST_SOCKET_PATH = 100

/** Where the running hub of a data folder listens for its own command line: only users of this machine who may read the folder reach it. */
export function adminPath(folder: string): string {
  const whole = resolve(folder)
  const name = createHash('sha256').update(whole).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\zhenshou-hub-${name}`
  const inside = join(whole, 'admin.sock')
  return inside.length <= LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `zhenshou-hub-${name}.sock`)
}
