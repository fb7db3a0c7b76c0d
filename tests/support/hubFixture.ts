import { askHub } from '../../hub/admin/adminClient.ts'
import { adminPath } from '../../hub/admin/adminPath.ts'
import type { AdminRequest, EnrolRow, LogRow } from '../../hub/admin/protocol.ts'
import { loadWords } from '../../hub/cli/words.ts'
import { serve } from '../../hub/serve.ts'
import { makeFolder } from './deskFixture.ts'

/** A real hub: its own data folder, socket.io on loopback, its admin socket. */
export interface TestHub {
  readonly url: string
  readonly folder: string
  /** Every row the command line would print. */
  ask<Row>(request: AdminRequest): Promise<readonly Row[]>
  /** A one-time code for a township. */
  enrolCode(division: string, name: string): Promise<string>
  /** Hashes of the township's events, in no promised order. */
  hashes(division: string): Promise<readonly string[]>
  close(): Promise<void>
}

export async function startTestHub({ folder = makeFolder(), port = 0 } = {}): Promise<TestHub> {
  const server = await serve({ data: folder, host: '127.0.0.1', port }, await loadWords('zh-CN'))
  async function ask<Row>(request: AdminRequest): Promise<readonly Row[]> {
    const rows: Row[] = []
    for await (const row of askHub(adminPath(folder), request)) rows.push(row as Row)
    return rows
  }
  return {
    url: server.url,
    folder,
    ask,
    async enrolCode(division, name) {
      const [row] = await ask<EnrolRow>({ command: 'enroll', division, name })
      return row?.code ?? ''
    },
    async hashes(division) {
      const rows = await ask<LogRow>({ command: 'log', division })
      return rows.map((row) => row.hash)
    },
    close: () => server.close(),
  }
}
