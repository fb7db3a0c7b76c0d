import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'

/** The page's bridge is the one on the window; the module takes it when it is loaded. */
async function loadFeed() {
  const listeners = new Set<(change: unknown) => void>()
  Object.assign(globalThis, {
    zhenshou: {
      invoke: () => Promise.reject(new Error('not asked here')),
      onChange: (listener: (change: unknown) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  })
  const { followChanges } = await import('../../renderer/changeFeed.ts')
  const change = (...topics: string[]) => {
    for (const tell of listeners) tell({ topics })
  }
  return { followChanges, change }
}

it('reads again what nobody looks at any more but was still on its way when it changed', async () => {
  const { followChanges, change } = await loadFeed()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  const end = followChanges(client)
  const queryKey = [{ topics: ['incident'] }, 'incident.candidates']
  const answers: ((rows: readonly string[]) => void)[] = []
  const ask = () =>
    client.fetchQuery({ queryKey, queryFn: () => new Promise<readonly string[]>((done) => answers.push(done)) })
  const first = ask().catch(() => 'called off')
  change('incident')
  answers[0]?.([])
  await first
  const second = ask()
  expect(answers).toHaveLength(2)
  answers[1]?.(['1122-A01'])
  expect(await second).toEqual(['1122-A01'])
  end()
  client.clear()
})
