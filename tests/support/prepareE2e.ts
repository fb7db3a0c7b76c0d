import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStale } from '../../electron/dev/build.ts'
import { findElectron } from '../../electron/dev/findElectron.ts'
import { startXvfb } from './xvfb.ts'

/**
 * Runs once before the end-to-end tests: builds what is stale, finds the Electron to test in and starts a display of our
 * own. What could not be had is left unset; the tests that need it skip, or fail where CI=true.
 */
export default async function prepareE2e(): Promise<() => void> {
  const built = await buildStale()
  if (built.length > 0) console.log(`built: ${built.join(', ')}`)
  const host = await findElectron((line) => console.log(line))
  console.log(`e2e in ${host.kind}: ${host.why}`)
  if (host.kind !== 'browser') process.env.ZHENSHOU_TEST_ELECTRON = host.executable
  const display = process.platform === 'linux' ? await startXvfb() : undefined
  if (display) process.env.ZHENSHOU_TEST_DISPLAY = display.name
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-test-'))
  process.env.ZHENSHOU_TEST_FOLDER = folder
  return () => {
    display?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
