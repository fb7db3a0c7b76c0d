import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { askHub } from '../../../hub/admin/adminClient.ts'
import { adminPath } from '../../../hub/admin/adminPath.ts'
import type { EnrolRow } from '../../../hub/admin/protocol.ts'
import { startHubProcess } from '../../support/hubProcess.ts'

export const DIVISION = '510124103'

/** The hub as people run it: a process of its own, its own data folder. */
export interface BenchHub {
  readonly url: string
  readonly port: number
  readonly pid: number
  enrolCode(): Promise<string>
  stop(): Promise<void>
}

export async function startBenchHub(
  folder: string,
  args: readonly string[] = [],
  namespace?: string,
): Promise<BenchHub> {
  const data = join(folder, 'hub')
  mkdirSync(data, { recursive: true })
  const hub = await startHubProcess(
    ['--data', data, '--port', '0', ...args],
    namespace === undefined ? {} : { namespace },
  )
  return {
    url: hub.url,
    port: Number(new URL(hub.url).port),
    pid: hub.pid,
    async enrolCode() {
      for await (const row of askHub(adminPath(data), { command: 'enroll', division: DIVISION, name: '清溪镇' }))
        return (row as EnrolRow).code
      throw new Error('no code')
    },
    async stop() {
      await hub.stop()
    },
  }
}
