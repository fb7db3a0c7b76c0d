import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStale } from '../../../electron/dev/build.ts'
import { projectRoot } from '../../../electron/dev/cacheFolder.ts'
import { findElectron } from '../../../electron/dev/findElectron.ts'
import { startTestHub, type TestHub } from '../../support/hubFixture.ts'
import { type HubProcess, startHubProcess } from '../../support/hubProcess.ts'
import { startXvfb } from '../../support/xvfb.ts'
import { type Application, startApplication } from './application.ts'
import { DIVISION, fillMore, openFilledDesk, PASSWORD, SEARCHES, waitUntilSent } from './fill.ts'
import { armEnterToShown, ask, timeAsks, whenShown } from './pageScripts.ts'
import { median, p95, round } from './statistics.ts'

const EVENTS = 100_000
const CATCH_UP_EVENTS = 30_000
const START_RUNS = 5
const ENTER_RUNS = 60
const BARE_APP = join(import.meta.dirname, 'bareApp')
/** Where a person can begin: the password field of the sign-in screen. */
const USABLE = 'input[type="password"]'
const ENTRY = 'form.log-entry textarea'
const LINES = '.log-list'

export interface DeskFigures {
  readonly events: number
  readonly coldStartSeconds: number
  readonly bareWindowSeconds: number
  readonly enterToShownP95Ms: number
  readonly enterToShownP95MsWhileSyncing: number
  readonly mainBlockedMaxMs: number
  readonly searchP95Ms: number
  readonly mainAnonMB: number
  readonly bareMainAnonMB: number
}

interface Stage {
  readonly executable: string
  readonly display: string
  /** The console's data folder. */
  readonly data: string
}

/** The desk in a real Electron on its own display, over a year of records, all in one run. */
export async function measureDesk(): Promise<DeskFigures> {
  await buildStale()
  const host = await findElectron(tell)
  if (host.kind === 'browser') throw new Error(`the bench needs Electron: ${host.why}`)
  const display = await startXvfb()
  if (!display) throw new Error('the bench needs Xvfb')
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-bench-'))
  let hub: TestHub | null = null
  let county: HubProcess | null = null
  try {
    const stage: Stage = { executable: host.executable, display: display.name, data: join(folder, 'console') }
    tell(`writing ${EVENTS} records`)
    hub = await startTestHub({ folder: join(folder, 'hub') })
    await prepare(stage.data, join(folder, 'second'), hub)
    const { url } = hub
    await hub.close()
    hub = null
    const starts = await measureStarts(stage)
    const awake = await measureAwake(stage, async () => {
      // A process of its own: in this one it would hold up the keys that are sent.
      county = await startHubProcess(['--data', join(folder, 'hub'), '--port', new URL(url).port])
    })
    return { events: EVENTS, ...starts, ...awake }
  } finally {
    await hub?.close()
    await (county as HubProcess | null)?.stop()
    display.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Two consoles of one township: the measured one met the hub while there was nothing else, the second one filled it since. */
async function prepare(data: string, second: string, hub: TestHub): Promise<void> {
  const desk = await openFilledDesk(data, 'A', 0)
  await desk.handlers['sync.setHub']({ url: hub.url })
  await desk.handlers['sync.enroll']({ code: await hub.enrolCode(DIVISION, '青石岭镇') })
  await waitUntilSent(desk)
  await desk.close()
  await fillMore(data, 'A', EVENTS)
  const other = await openFilledDesk(second, 'B', CATCH_UP_EVENTS)
  await other.handlers['sync.setHub']({ url: hub.url })
  await other.handlers['sync.enroll']({ code: await hub.enrolCode(DIVISION, '青石岭镇') })
  await waitUntilSent(other)
  await other.close()
}

async function measureStarts({ executable, display, data }: Stage) {
  const bare: number[] = []
  const cold: number[] = []
  const bareMemory: number[] = []
  for (let run = 0; run < START_RUNS; run += 1) {
    tell(`start ${run + 1} of ${START_RUNS}`)
    const empty = await startApplication({ executable, display, args: [BARE_APP] })
    bare.push(await secondsToShown(empty))
    bareMemory.push(empty.mainAnonMB())
    await empty.end()
    const console = await startApplication({ executable, display, args: [projectRoot, `--data=${data}`] })
    cold.push(await secondsToShown(console))
    await console.end()
  }
  return {
    coldStartSeconds: round(median(cold), 2),
    bareWindowSeconds: round(median(bare), 2),
    bareMainAnonMB: median(bareMemory),
  }
}

async function secondsToShown({ page, spawnedAt }: Application): Promise<number> {
  for (;;) {
    try {
      return (Number(await page.evaluate(whenShown(USABLE))) - spawnedAt) / 1000
    } catch (error) {
      // Attached so early that the first empty document gave way to the page meanwhile.
      if (!String(error).includes('context was destroyed')) throw error
    }
  }
}

async function measureAwake({ executable, display, data }: Stage, startHub: () => Promise<void>) {
  const desk = await startApplication({
    executable,
    display,
    args: [projectRoot, `--data=${data}`],
    inspectMain: true,
  })
  const { page } = desk
  await secondsToShown(desk)
  const [person] = (await page.evaluate(ask('session.options', null))) as readonly { id: string }[]
  await page.evaluate(ask('session.signIn', { person: person?.id, password: PASSWORD }))
  await page.evaluate(`location.hash = '#/log'`)
  await page.evaluate(whenShown(ENTRY))
  tell('Enter → shown')
  const enters = await measureEnters(page, ENTER_RUNS, '安静时')
  tell('search')
  const searches = (await page.evaluate(
    timeAsks(
      'log.page',
      Array.from({ length: 60 }, (_, i) => ({
        filter: { text: SEARCHES[i % SEARCHES.length] },
        before: null,
        limit: 100,
      })),
    ),
  )) as readonly number[]
  const mainAnonMB = desk.mainAnonMB()
  tell(`catching up with ${CATCH_UP_EVENTS} records`)
  await startHub()
  await desk.main?.evaluate(
    `globalThis.benchDelay = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 }); globalThis.benchDelay.enable()`,
  )
  await page.evaluate(ask('sync.retryNow', null))
  const busy: number[] = []
  while (!(await isCaughtUp(page))) busy.push(...(await measureEnters(page, 5, `追赶${busy.length}次`)))
  const blocked = Number(await desk.main?.evaluate('globalThis.benchDelay.max')) / 1e6
  tell(`${busy.length} entries while catching up`)
  await desk.end()
  tell(`Enter, ms: ${enters.map(Math.round).join(' ')}`)
  tell(`Enter while catching up, ms: ${busy.map(Math.round).join(' ')}`)
  return {
    enterToShownP95Ms: round(p95(enters)),
    enterToShownP95MsWhileSyncing: round(p95(busy)),
    mainBlockedMaxMs: round(blocked),
    searchP95Ms: round(p95(searches)),
    mainAnonMB,
  }
}

async function measureEnters(page: Application['page'], runs: number, label: string): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const text = `${label}第${run}条记录`
    await page.evaluate(`document.querySelector(${JSON.stringify(ENTRY)}).focus()`)
    await page.send('Input.insertText', { text })
    await page.evaluate(armEnterToShown(text, LINES))
    for (const type of ['keyDown', 'keyUp']) {
      await page.send('Input.dispatchKeyEvent', {
        type,
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: 13,
        text: type === 'keyDown' ? '\r' : '',
      })
    }
    times.push(Number(await page.evaluate('window.__enterToShown')))
  }
  return times
}

async function isCaughtUp(page: Application['page']): Promise<boolean> {
  const { lines } = (await page.evaluate(
    ask('log.page', { filter: { text: `编号${CATCH_UP_EVENTS - 1}` }, before: null, limit: 10 }),
  )) as { lines: readonly { entity: string }[] }
  return lines.some(({ entity }) => entity === `log-benchB${CATCH_UP_EVENTS - 1}`)
}

function tell(line: string): void {
  console.error(line)
}
