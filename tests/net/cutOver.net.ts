import { afterEach, expect, it } from 'vitest'
import { waitFor } from '../support/waitFor.ts'
import { describeWithNamespaces } from './describeWithNamespaces.ts'
import { beginNetStory, type NetStory, sum } from './netStory.ts'

const SATELLITE = { roundTripMs: 600, lossPercent: 2, bitRate: 64_000 }
const BOTH = [{ id: 'broadband' }, { id: 'satellite', kind: 'satellite' as const, bitRate: 64_000 }]

let story: NetStory | undefined
afterEach(async () => {
  await story?.close()
  story = undefined
})

describeWithNamespaces('broadband and a satellite with real sockets', () => {
  it('cut over and back under load: a flash record never waits for the dead link, nothing is lost, nothing comes twice', async () => {
    story = await beginNetStory(BOTH)
    const { desk, links } = story
    const [broadband, dish] = links
    await dish?.shape(SATELLITE)
    const stateOf = (id: string, now: Awaited<ReturnType<typeof desk.state>>) =>
      now.now.find((link) => link.settings.id === id)
    await desk.ask({ do: 'log', count: 200, label: '负荷' })
    await broadband?.swallow(true)
    await desk.ask({ do: 'flash', text: '决口' })
    const flashed = await desk.until(({ pending }) => pending[0] === 0)
    // The dead link had not even been given up when the flash record was there by the other one.
    expect(stateOf('broadband', flashed)?.state).not.toBe('down')
    await desk.until((now) => stateOf('broadband', now)?.state === 'down')
    await story.order('县指令')
    await waitFor(
      () => desk.ask<number>({ do: 'holds', kind: 'order.issued' }),
      (held) => held === 1,
      60_000,
    )
    await desk.ask({ do: 'log', count: 200, label: '再加负荷' })
    await broadband?.swallow(false)
    await desk.ask({ do: 'retry' })
    await desk.until((now) => stateOf('broadband', now)?.state === 'up')
    await desk.until(({ pending }) => sum(pending) === 0)
    const { hubHashes } = story
    await waitFor(
      async () => [await hubHashes(), await desk.ask<readonly string[]>({ do: 'hashes' })] as const,
      ([theirs, mine]) => theirs.join() === mine.join(),
    )
  })

  it('says so when the traffic of a link leaves by another card, and is content once the route is right', async () => {
    const shared = '10.99.9.9'
    story = await beginNetStory(BOTH)
    const { desk, links, pair } = story
    const [broadband, dish] = links
    if (!broadband || !dish) throw new Error('two links')
    pair.run(pair.far, 'ip', 'address', 'add', `${shared}/32`, 'dev', 'lo')
    pair.run(pair.near, 'ip', 'route', 'add', 'default', 'via', broadband.far, 'metric', '10')
    pair.run(pair.near, 'ip', 'route', 'add', 'default', 'via', dish.far, 'metric', '20')
    const settings = (await desk.state()).now.map(({ settings: link }) =>
      link.id === 'satellite' ? { ...link, url: `http://${shared}:8970`, card: dish.device } : link,
    )
    await desk.ask({ do: 'links', links: settings })
    const reasonIs = (reason: string) => (now: Awaited<ReturnType<typeof desk.state>>) =>
      now.now.find((link) => link.settings.id === 'satellite')?.reason === reason
    // Something has to go over it for the cards to tell.
    await broadband.swallow(false)
    await desk.until((now) => now.now.every((link) => link.state === 'up' || link.state === 'degraded'))
    await desk.ask({ do: 'prefer', link: 'satellite' })
    await desk.ask({ do: 'log', count: 3, label: '走卫星' })
    await desk.until(reasonIs('wrongCard'))

    pair.run(pair.near, 'ip', 'rule', 'add', 'from', dish.near, 'table', '100')
    pair.run(pair.near, 'ip', 'route', 'add', 'default', 'via', dish.far, 'dev', dish.device, 'table', '100')
    await desk.ask({ do: 'links', links: settings })
    await desk.until((now) => now.now.every((link) => link.state === 'up'))
    await desk.ask({ do: 'prefer', link: 'satellite' })
    await desk.ask({ do: 'log', count: 3, label: '仍走卫星' })
    const before = Number(pair.run(pair.near, 'cat', `/sys/class/net/${dish.device}/statistics/tx_bytes`))
    await desk.until(({ pending }) => sum(pending) === 0)
    await waitFor(
      () => Number(pair.run(pair.near, 'cat', `/sys/class/net/${dish.device}/statistics/tx_bytes`)),
      (sent) => sent > before,
    )
    await desk.until(reasonIs('answering'))
  })
})
