import { it, type onTestFinished } from 'vitest'
import { waitFor } from '../support/waitFor.ts'
import { describeWithNamespaces } from './describeWithNamespaces.ts'
import type { Profile } from './namespaces.ts'
import { beginNetStory, type NetStory, sum } from './netStory.ts'

const satellite = (bitRate: number) => ({ id: 'satellite', kind: 'satellite' as const, bitRate })

/** A console whose link was cut while so many routine records were written, then a flash one; the link is back, but narrow. */
async function comeBack(profile: Profile, routine: number, ended: typeof onTestFinished): Promise<NetStory> {
  const story = await beginNetStory([satellite(profile.bitRate)])
  ended(() => story.close())
  const { desk, links } = story
  const [link] = links
  await link?.swallow(true)
  await desk.ask({ do: 'log', count: routine, label: '例行' })
  await desk.ask({ do: 'flash', text: '立即转移二组群众' })
  await story.order('立即停止作业')
  await desk.until(({ state }) => state !== 'online')
  await link?.shape(profile)
  await link?.swallow(false)
  await desk.ask({ do: 'retry' })
  return story
}

// They wait for slow links most of the time: side by side they take as long as one.
describeWithNamespaces('over a satellite link with real sockets', { concurrent: true }, () => {
  it('a flash order overtakes twenty thousand routine records, both ways: 64 kbit/s, round trip 0.6 s, 2 % lost', async ({
    expect,
    onTestFinished,
  }) => {
    const waiting = 20_000
    const { desk } = await comeBack({ roundTripMs: 600, lossPercent: 2, bitRate: 64_000 }, waiting, onTestFinished)
    const { pending } = await desk.until((now) => now.pending[0] === 0)
    expect(pending[2]).toBeGreaterThan(waiting / 2)
    await waitFor(
      () => desk.ask<number>({ do: 'holds', kind: 'order.issued' }),
      (held) => held > 0,
      60_000,
    )
    expect((await desk.state()).pending[2]).toBeGreaterThan(waiting / 2)
  })

  it.for<[string, Profile]>([
    ['9.6 kbit/s, round trip 1.2 s, 5 % lost', { roundTripMs: 1_200, lossPercent: 5, bitRate: 9_600 }],
    ['2.4 kbit/s, round trip 2 s, 5 % lost', { roundTripMs: 2_000, lossPercent: 5, bitRate: 2_400 }],
  ])(
    'a flash record comes first and a hundred routine ones all arrive, each once: %s',
    async ([, profile], { expect, onTestFinished }) => {
      const { desk, hubHashes } = await comeBack(profile, 100, onTestFinished)
      const { pending } = await desk.until((now) => now.pending[0] === 0)
      expect(pending[2]).toBeGreaterThan(0)
      await desk.until((now) => sum(now.pending) === 0)
      await waitFor(
        async () => [await hubHashes(), await desk.ask<readonly string[]>({ do: 'hashes' })] as const,
        ([theirs, mine]) => theirs.join() === mine.join(),
        60_000,
      )
    },
  )
})
