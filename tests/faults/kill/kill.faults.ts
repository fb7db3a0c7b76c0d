import { expect, it } from 'vitest'
import { runKills } from './killCampaign.ts'

it('a console killed 100 times has lost nothing that it had confirmed', { timeout: 600_000 }, async () => {
  const { kills, acked, early } = await runKills({ kills: 100, seed: Date.now() % 2 ** 31 })
  expect(kills).toBe(100)
  // The campaign says something only if most consoles were writing when they were killed.
  expect(acked).toBeGreaterThan(500)
  expect(early).toBeLessThan(95)
})
