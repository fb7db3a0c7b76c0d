// The sample township of `npm start -- --demo`, written by the product's own channels into an empty data folder, so that a
// newcomer sees the whole loop with one command. Not part of the product: it runs before the console is started.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LinkSettings } from '../../shared/ipc/links.ts'
import { createDesk, type Desk } from '../desk.ts'
import { projectRoot } from './cacheFolder.ts'
import { playScene } from './demoScene.ts'
import { type DemoTownship, demoTownship } from './demoTownship.ts'

/** What the local hub is asked for; the launcher passes how. */
export interface DemoHub {
  readonly url: string
  enrolCode(division: string, name: string): Promise<string>
  order(division: string, title: string, text: string, urgent: boolean): Promise<void>
}

/** Who can sign in to the sample township. */
export interface DemoAccount {
  readonly name: string
  readonly password: string
}

/**
 * Fills an empty data folder and enrols it with the hub. A folder that holds a township already is left as it is, but for the
 * ways to the hub, which are new at every start.
 */
export async function loadDemo(
  dataFolder: string,
  hub: DemoHub,
  links: readonly LinkSettings[] = [],
): Promise<DemoAccount> {
  const demo = demoTownship.parse(JSON.parse(readFileSync(join(projectRoot, 'resources/demo/township.json'), 'utf8')))
  const administrator = demo.people.find(({ roles }) => roles.includes('administrator'))
  const account = { name: administrator?.name ?? '', password: demo.password }
  const desk = createDesk({ dataFolder, hub: hub.url })
  try {
    const { state } = await desk.handlers['session.current'](null)
    if (state === 'empty') await fill(desk, demo, hub)
    if (links.length > 0) await desk.handlers['links.save']({ links: [...links] })
  } finally {
    await desk.close()
  }
  return account
}

async function fill(desk: Desk, demo: DemoTownship, hub: DemoHub): Promise<void> {
  const { handlers } = desk
  const { division, name } = demo.township
  await addPeople(desk, demo)
  for (const text of demo.log) await handlers['log.enter']({ at: Date.now(), text })
  await playScene(desk, demo)
  await handlers['sync.enroll']({ code: await hub.enrolCode(division, name) })
  await hub.order(division, demo.order.title, demo.order.text, demo.order.urgent)
  await handlers['session.signOut'](null)
}

/** The first administrator founds the township; everybody else gets a code and sets the demo's password with it. */
async function addPeople({ handlers }: Desk, demo: DemoTownship): Promise<void> {
  const first = demo.people.find(({ roles }) => roles.includes('administrator'))
  if (!first) throw new Error('resources/demo/township.json names no administrator')
  await handlers['setup.create']({
    township: demo.township,
    villages: demo.villages,
    administrator: {
      name: first.name,
      post: first.post,
      phone: first.phone,
      password: demo.password,
      alsoOnDuty: first.roles.includes('dutyOfficer'),
    },
    console: demo.console,
  })
  const founder = (await handlers['people.options'](null)).find(({ name }) => name === first.name)
  for (const { name, phone, post, roles } of demo.people) {
    if (name === first.name || !founder) continue
    const { id } = await handlers['people.add']({ name, phone, post, roles })
    const { code } = await handlers['people.issueCode']({ person: id })
    await handlers['session.setPassword']({ person: id, proof: { kind: 'code', code }, password: demo.password })
    await handlers['session.signIn']({ person: founder.id, password: demo.password })
  }
  await takeDuty({ handlers }, demo)
}

async function takeDuty({ handlers }: Pick<Desk, 'handlers'>, demo: DemoTownship): Promise<void> {
  const people = await handlers['people.options'](null)
  const now = await handlers['township.now'](null)
  for (const [post, role] of [
    ['officer', 'dutyOfficer'],
    ['leader', 'leaderOnDuty'],
  ] as const) {
    const names = demo.people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name)
    const person = people.find(({ name }) => names.includes(name))
    if (person && now) await handlers['duty.take']({ post, person: person.id, note: '', base: [...now[post].tips] })
  }
}
