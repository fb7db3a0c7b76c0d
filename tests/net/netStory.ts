import type { LinkSettings } from '../../shared/ipc/links.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { askHubAt, startHubProcess } from '../support/hubProcess.ts'
import { linkOf } from '../support/linkSettings.ts'
import { type NetConsole, startNetConsole } from './consoleProcess.ts'
import { FAST, type NetLink, type NetPair, openNetPair } from './namespaces.ts'

const DIVISION = '510124103'
const PORT = 8970

/** A hub and a console in two namespaces with links between them, the console taken in over the first one while it was fast. */
export interface NetStory {
  readonly pair: NetPair
  readonly links: readonly NetLink[]
  readonly desk: NetConsole
  /** Hashes of the township's events at the hub, sorted. */
  hubHashes(): Promise<readonly string[]>
  /** The county gives a life-safety order. */
  order(title: string): Promise<void>
  close(): Promise<void>
}

export async function beginNetStory(
  plans: readonly Partial<LinkSettings>[],
  settingsOf: (link: NetLink, index: number) => Partial<LinkSettings> = () => ({}),
): Promise<NetStory> {
  const pair = openNetPair()
  const closers: (() => Promise<unknown>)[] = [() => pair.close()]
  const close = async (): Promise<void> => {
    for (const end of closers.toReversed()) await end()
  }
  try {
    const links: NetLink[] = []
    for (const index of plans.keys()) {
      const link = await pair.link(index)
      await link.shape(FAST)
      links.push(link)
    }
    const folder = makeFolder()
    const hub = await startHubProcess(['--host', '0.0.0.0', '--port', String(PORT), '--data', folder], {
      namespace: pair.far,
    })
    closers.push(() => hub.stop())
    const desk = await startNetConsole(pair.near)
    closers.push(() => desk.close())
    const settings = links.map((link, index) =>
      linkOf({ url: `http://${link.far}:${PORT}`, ...plans[index], ...settingsOf(link, index) }),
    )
    await desk.ask({ do: 'links', links: settings })
    const [row] = await askHubAt<{ code: string }>(folder, { command: 'enroll', division: DIVISION, name: '清溪镇' })
    await desk.ask({ do: 'enrol', code: row?.code ?? '' })
    await desk.until(
      ({ state, pending, now }) => state === 'online' && now.every((link) => link.state === 'up') && sum(pending) === 0,
    )
    return {
      pair,
      links,
      desk,
      close,
      async hubHashes() {
        const rows = await askHubAt<{ hash: string }>(folder, { command: 'log', division: DIVISION })
        return rows.map(({ hash }) => hash).toSorted()
      },
      async order(title) {
        await askHubAt(folder, {
          command: 'order',
          division: DIVISION,
          title,
          text: '',
          urgent: true,
          replyBy: null,
          by: '县应急局',
        })
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

export function sum(pending: readonly number[]): number {
  return pending.reduce((all, count) => all + count, 0)
}
