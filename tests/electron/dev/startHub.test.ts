import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { projectRoot } from '../../../electron/dev/cacheFolder.ts'
import { startHub } from '../../../electron/dev/startHub.ts'
import { adminPath } from '../../../hub/admin/adminPath.ts'
import { makeFolder } from '../../support/storeFixture.ts'
import { waitFor } from '../../support/waitFor.ts'

/** Starts a hub, as the demo does, in a process of its own, and says where. */
const DEMO = `
import { startHub } from './electron/dev/startHub.ts'
const hub = await startHub(process.argv[1])
console.error(hub.address)
setInterval(() => {}, 1000)
`

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  )
}

it('the hub of a demo that was killed ends by itself, and the demo starts again on the same folder', async () => {
  const folder = makeFolder()
  const demo = spawn(process.execPath, ['--input-type=module', '--eval', DEMO, folder], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [address] = (await once(createInterface({ input: demo.stderr }), 'line')) as [string]
  expect(await answers(address)).toBe(true)
  demo.kill('SIGKILL')
  await once(demo, 'exit')
  // The last it lets go of.
  await waitFor(
    () => existsSync(adminPath(folder)),
    (still) => !still,
  )
  expect(await answers(address)).toBe(false)
  const again = await startHub(folder)
  again.stop()
  expect(await again.ended).toBe(0)
})
