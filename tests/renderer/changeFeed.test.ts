import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'

/** The page's bridge is the one on the window; the module takes it when it is loaded. */
async function loadFeed() {
  vi.resetModules()
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
  const first = ask()
  change('incident')
  answers[0]?.([])
  expect(await first).toEqual([])
  await expect.poll(() => client.getQueryState(queryKey)?.isInvalidated).toBe(true)
  const second = ask()
  expect(answers).toHaveLength(2)
  answers[1]?.(['1122-A01'])
  expect(await second).toEqual(['1122-A01'])
  end()
  client.clear()
})

it('reads again what is shown and whose first answer was still on its way', async () => {
  const { followChanges, change } = await loadFeed()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  const end = followChanges(client)
  const answers: ((rows: readonly string[]) => void)[] = []
  const queryFn = () => new Promise<readonly string[]>((done) => answers.push(done))
  const observer = new QueryObserver(client, { queryKey: [{ topics: ['village'] }, 'villages.options'], queryFn })
  const shown: unknown[] = []
  const leave = observer.subscribe(({ data }) => shown.push(data))
  change('village')
  answers[0]?.([])
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.(['李家湾村'])
  await expect.poll(() => shown.at(-1)).toEqual(['李家湾村'])
  expect(answers).toHaveLength(2)
  leave()
  end()
  client.clear()
})

it('shows a first answer however often it changes meanwhile, and asks once more', async () => {
  const { followChanges, change } = await loadFeed()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  const end = followChanges(client)
  const answers: ((rows: readonly string[]) => void)[] = []
  const queryFn = () => new Promise<readonly string[]>((done) => answers.push(done))
  const observer = new QueryObserver(client, { queryKey: [{ topics: ['log'] }, 'log.page'], queryFn })
  const leave = observer.subscribe(() => undefined)
  vi.useFakeTimers()
  for (let i = 0; i < 5; i += 1) {
    change('log')
    await vi.advanceTimersByTimeAsync(1_000)
  }
  vi.useRealTimers()
  expect(answers).toHaveLength(1)
  answers[0]?.(['一'])
  await expect.poll(() => observer.getCurrentResult().data).toEqual(['一'])
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.(['一', '二'])
  await expect.poll(() => observer.getCurrentResult().data).toEqual(['一', '二'])
  expect(answers).toHaveLength(2)
  leave()
  end()
  client.clear()
})
