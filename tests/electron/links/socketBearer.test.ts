import { describe, expect, test, vi } from 'vitest'
import { createSocketBearer } from '../../../electron/links/socketBearer.ts'
import type { CloseReason } from '../../../electron/sync/ports.ts'
import { startHubServer } from '../../../hub/server.ts'
import { type Accepted, describeBearer, recordingDoor } from '../../support/bearerContract.ts'
import { silentLog } from '../../support/silentLog.ts'

async function serve(accepted: Accepted[] = []) {
  const core = { ...recordingDoor(accepted), connected: () => [] }
  return startHubServer({
    core: () => core,
    hubId: 'h0',
    host: '127.0.0.1',
    port: 0,
    log: silentLog,
    page: () => 'page',
  })
}

describe.each(['broadband', 'narrow'] as const)('socket.io as a %s bearer', (width) => {
  describeBearer(async () => {
    const accepted: Accepted[] = []
    const server = await serve(accepted)
    let up = true
    const takeDown = async () => {
      if (up) await server.close()
      up = false
    }
    const bearer = createSocketBearer({ url: server.url, width })
    return {
      bearer,
      accepted,
      until: (done) => vi.waitUntil(done, { interval: 2, timeout: 10_000 }),
      takeDown,
      dispose: async () => {
        bearer.close()
        await takeDown()
      },
    }
  })
})

describe('socket.io as a bearer', () => {
  test('an address that is none is reported', () => {
    const closes: CloseReason[] = []
    const bearer = createSocketBearer({ url: 'no address' })
    bearer.open(() => new Uint8Array(), {
      onOpen: () => undefined,
      onFrame: () => undefined,
      onClose: (reason) => void closes.push(reason),
    })
    expect(closes).toEqual(['badAddress'])
  })

  test('the hub answers people and machines over plain HTTP', async () => {
    const server = await serve()
    const health = await fetch(`${server.url}/healthz`)
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', hub: 'h0', connected: 0 }])
    const page = await fetch(server.url, { redirect: 'error' })
    expect([page.status, await page.text()]).toEqual([200, 'page'])
    expect((await fetch(`${server.url}/nothing`)).status).toBe(404)
    await server.close()
  })
})
