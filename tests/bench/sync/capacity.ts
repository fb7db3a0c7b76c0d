import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openHub } from '../../../hub/openHub.ts'
import { silentLog } from '../../support/silentLog.ts'
import { startBenchHub } from './benchHub.ts'
import { type CrowdDevice, deviceOf } from './crowd.ts'
import type { CrowdReport, CrowdTask } from './crowdProcess.ts'

const CONSOLES = 4_200
const CROWDS = 2
/** Consoles that send at the same time, in all. */
const ACTIVE = 1_000
const SECONDS = 10

/**
 * How many consoles one hub process holds at once, what that takes of memory, and how many events a second it confirms durably
 * to a thousand of them, each sending one after the other. The crowd runs on the same machine.
 */
export async function measureCapacity(folder: string): Promise<object> {
  mkdirSync(folder, { recursive: true })
  const { hubId, hubEpoch } = fillRegistry(join(folder, 'hub'))
  const hub = await startBenchHub(folder)
  const before = rssMb(hub.pid)
  const crowds = Array.from({ length: CROWDS }, () => startCrowd())
  const each = Math.ceil(CONSOLES / CROWDS)
  const task = (index: number): CrowdTask => ({ url: hub.url, hub: hubId, hubEpoch, from: index * each, count: each })
  const connected = await Promise.all(crowds.map((crowd, index) => crowd.do('connect', task(index))))
  const hubRssMB = rssMb(hub.pid)
  const sent = await Promise.all(crowds.map((crowd) => crowd.do('send', { active: ACTIVE / CROWDS, seconds: SECONDS })))
  for (const crowd of crowds) crowd.end()
  await hub.stop()
  return {
    hubConnections: Math.min(sum(connected, 'connected'), sum(sent, 'connected')),
    hubRssMB,
    hubRssEmptyMB: before,
    hubAcksPerSecond: Math.round(sent.reduce((total, { acks, seconds }) => total + acks / seconds, 0)),
  }
}

const sum = (reports: readonly CrowdReport[], of: 'connected' | 'acks'): number =>
  reports.reduce((total, report) => total + report[of], 0)

/** A county that took its consoles in long ago. */
function fillRegistry(data: string): { readonly hubId: string; readonly hubEpoch: string } {
  const hub = openHub(data, silentLog)
  const store = hub.store()
  const devices: readonly CrowdDevice[] = Array.from({ length: CONSOLES }, (_, index) => deviceOf(index))
  store.transaction(() => {
    for (const division of new Set(devices.map((device) => device.division)))
      store.addTownship({ division, name: division }, Date.now())
    for (const { origin, publicKey, division, letter } of devices)
      store.addDevice({ origin, publicKey, division, letter, name: '值班室', enrolledAt: Date.now(), revokedAt: null })
  })
  const hubEpoch = store.hubEpoch()
  hub.close()
  return { hubId: hub.hubId, hubEpoch }
}

interface Crowd {
  do(act: 'connect' | 'send', arg: object): Promise<CrowdReport>
  end(): void
}

function startCrowd(): Crowd {
  const child: ChildProcess = fork(join(import.meta.dirname, 'crowdProcess.ts'))
  return {
    do: (act, arg) =>
      new Promise((done, fail) => {
        child.once('message', (report) => done(report as CrowdReport))
        child.once('exit', (code) => fail(new Error(`a crowd ended with ${code}`)))
        child.send({ act, arg })
      }),
    end: () => child.disconnect(),
  }
}

function rssMb(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(found ?? '0') / 1024)
}
