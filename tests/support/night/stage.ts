import { join } from 'node:path'
import { type DemoLinks, startDemoLinks } from '../../../electron/dev/demoLinks.ts'
import type { LogRow } from '../../../hub/admin/protocol.ts'
import type { DemoLinkState } from '../../../shared/ipc/links.ts'
import { askDesk } from '../askDesk.ts'
import { readHashes } from '../dataFolder.ts'
import { makeFolder } from '../deskFixture.ts'
import { type LaunchedDesk, launchDesk } from '../electronApp.ts'
import { askHubAt, runHubProcess, startHubProcess } from '../hubProcess.ts'
import { guardMouse } from './mouseGuard.ts'
import { type NightClock, STEER_DATE, startNightClock } from './nightClock.ts'

export const DIVISION = '510124103'
export const PASSWORD = { 陈明: 'qing xi 119', 张伟: 'zhang wei 119', 刘芳: 'liu fang 119' } as const

/** Console, hub and the two links between them before the first call, under one clock. */
export interface Night {
  readonly desk: LaunchedDesk
  readonly clock: NightClock
  /** Cuts and restores a link, as the demo does. */
  setLink(id: 'broadband' | 'satellite', state: DemoLinkState): void
  /** What the hub holds of the township, in the order of its arrival. */
  hubLog(): Promise<readonly LogRow[]>
  /** The county gives an order at its own desk, by the command people use. */
  order(title: string, text: string, replyMinute: number): Promise<void>
  /** Hashes of the records at the hub and at the desk, sorted. */
  hashes(): Promise<{ readonly hub: readonly string[]; readonly desk: readonly string[] }>
  /** Every press of a mouse there was. */
  mousePresses(): Promise<readonly string[]>
  close(): Promise<void>
}

/** @param time Beijing time of minute 0 */
export async function setStage(day: string, time: string): Promise<Night> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const end of closers.toReversed()) await end()
  }
  try {
    const clock = await startNightClock(day, time)
    closers.push(() => clock.close())
    const folder = makeFolder()
    const hub = await startHubProcess(['--data', folder, '--port', '0'], { preload: STEER_DATE, env: clock.env() })
    closers.push(() => hub.stop())
    const links = await startDemoLinks(hub.url)
    closers.push(() => links.close())
    const desk = await launchDesk({ appFolder: join(import.meta.dirname, 'console'), env: clock.env() })
    closers.push(() => desk.close())
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768))
    await clock.follow(desk)
    const mousePresses = await guardMouse(desk.page)
    await foundTownship(desk)
    await joinCounty(desk, links, folder)
    return {
      desk,
      clock,
      mousePresses,
      close,
      setLink: (id, state) => void links.set(id, state),
      hubLog: () => askHubAt<LogRow>(folder, { command: 'log', division: DIVISION }),
      async order(title, text, replyMinute) {
        const words = ['--data', folder, '--township', DIVISION, '--title', title, '--text', text, '--by', '周敏']
        const replyBy = `${day}T${clock.timeAt(replyMinute)}`
        // It runs to its end: the time it is started at is the time it has.
        const { ZHENSHOU_TEST_NOW } = clock.env()
        await runHubProcess(['order', '--urgent', ...words, '--reply-by', replyBy], {
          preload: STEER_DATE,
          env: { ZHENSHOU_TEST_NOW: ZHENSHOU_TEST_NOW ?? '' },
        })
      },
      async hashes() {
        const rows = await askHubAt<LogRow>(folder, { command: 'log', division: DIVISION })
        return { hub: rows.map(({ hash }) => hash).toSorted(), desk: readHashes(desk.dataDir).toSorted() }
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** What a duty room has before the rain: people with passwords, teams, the households that have to be helped. */
async function foundTownship({ page }: LaunchedDesk): Promise<void> {
  await askDesk(page, 'setup.create', {
    township: { name: '清溪镇', division: DIVISION, organisation: 'town', county: '青石县' },
    villages: ['李家湾村', '王家坪村', '石门村'],
    administrator: {
      name: '陈明',
      post: '应急办主任',
      phone: '13800000001',
      password: PASSWORD.陈明,
      alsoOnDuty: true,
    },
    console: { letter: 'A', name: '值班室' },
  })
  const [administrator] = await askDesk(page, 'people.options', null)
  const people = [
    { name: '张伟', phone: '13800000003', post: '值班员', roles: ['dutyOfficer' as const] },
    { name: '刘芳', phone: '13800000002', post: '副镇长', roles: ['leaderOnDuty' as const] },
  ]
  const ids = new Map<string, string>()
  for (const person of people) {
    const { id } = await askDesk(page, 'people.add', person)
    ids.set(person.name, id)
    const { code } = await askDesk(page, 'people.issueCode', { person: id })
    const password = PASSWORD[person.name as keyof typeof PASSWORD]
    await askDesk(page, 'session.setPassword', { person: id, proof: { kind: 'code', code }, password })
    // Who sets a password is signed in with it.
    await askDesk(page, 'session.signIn', { person: administrator?.id ?? '', password: PASSWORD.陈明 })
  }
  const head = { name: '陈国平', phone: '13800000009', post: '镇长', roles: ['townshipHead' as const] }
  await askDesk(page, 'people.add', head)
  await askDesk(page, 'duty.take', { post: 'officer', person: administrator?.id ?? '', note: '', base: [] })
  await askDesk(page, 'duty.take', { post: 'leader', person: ids.get('刘芳') ?? '', note: '', base: [] })
  for (const name of ['镇应急救援队', '李家湾村应急分队', '石门村民兵应急分队'])
    await askDesk(page, 'teams.add', { name, kind: 'rescue' })
  const village = (await askDesk(page, 'villages.options', null)).find(({ name }) => name === '李家湾村')
  const keeper = { name: '李建国', phone: '13800000112' }
  for (const [name, count] of HOUSEHOLDS)
    await askDesk(page, 'households.add', {
      name,
      village: { id: village?.id ?? '', name: '李家湾村' },
      group: '二组',
      people: count,
      keeper,
      zone: '二组沟口',
    })
  await page.getByRole('navigation').first().waitFor()
}

const HOUSEHOLDS = [
  ['李长明', 4],
  ['王秀英', 1],
  ['李德全', 5],
  ['赵小兰', 3],
  ['李文亮', 6],
] as const

/** Two ways to the county, the satellite not set up yet. */
async function joinCounty({ page }: LaunchedDesk, links: DemoLinks, folder: string): Promise<void> {
  const [row] = await askHubAt<{ code: string }>(folder, { command: 'enroll', division: DIVISION, name: '清溪镇' })
  links.set('satellite', 'cut')
  await askDesk(page, 'links.save', { links: [...links.links] })
  await askDesk(page, 'sync.enroll', { code: row?.code ?? '' })
}
