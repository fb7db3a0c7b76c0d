import { expect, it } from 'vitest'
import type { DeskChange } from '../../../electron/desk.ts'
import { deferConsole } from '../../../electron/ipc/deferConsole.ts'
import type { OpenConsole } from '../../../electron/ipc/openConsole.ts'
import type { OpeningProgress } from '../../../shared/ipc/console.ts'

function fakeConsole() {
  const listeners = new Set<(change: DeskChange) => void>()
  const state = { closed: false }
  const desk: OpenConsole = {
    dispatch: async (channel) => ({ ok: true, value: channel }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wake: () => undefined,
    isSound: async () => true,
    close: async () => {
      state.closed = true
    },
  }
  return { desk, listeners, state }
}

it('lets questions wait until the desk is open', async () => {
  const { desk } = fakeConsole()
  let open: (desk: OpenConsole) => void = () => undefined
  const deferred = deferConsole(() => new Promise<OpenConsole>((done) => (open = done)))
  const answer = deferred.dispatch('log.list', {})
  open(desk)
  expect(await answer).toEqual({ ok: true, value: 'log.list' })
})

it('follows changes from the opening on, and stops', async () => {
  const { desk, listeners } = fakeConsole()
  const deferred = deferConsole(async () => desk)
  const heard: DeskChange[] = []
  const stop = deferred.onChange((change) => heard.push(change))
  await expect.poll(() => listeners.size).toBe(1)
  for (const listener of listeners) listener({ topics: ['log'] })
  stop()
  for (const listener of listeners) listener({ topics: ['task'] })
  expect(heard).toEqual([{ topics: ['log'] }])
})

it('closes what it opened', async () => {
  const { desk, state } = fakeConsole()
  await deferConsole(async () => desk).close()
  expect(state.closed).toBe(true)
})

it.each([
  [Object.assign(new Error('store: full'), { code: 'full' }), 'full'],
  [Object.assign(new Error('EIO at /secret'), { code: 'EIO' }), 'ipc.notOpen'],
])('answers with the reason when the desk cannot open: %s', async (error, code) => {
  const deferred = deferConsole(() => Promise.reject(error))
  const answer = await deferred.dispatch('log.list', {})
  expect(answer).toMatchObject({ ok: false, error: { code } })
  expect(JSON.stringify(answer)).not.toContain('secret')
  await deferred.close()
})

it('is opened again when a person asks, and only then', async () => {
  const { desk, listeners } = fakeConsole()
  let tries = 0
  const deferred = deferConsole(async () => {
    tries += 1
    if (tries === 1) throw Object.assign(new Error('store: full'), { code: 'store.full' })
    return desk
  })
  deferred.onChange(() => undefined)
  expect(await deferred.dispatch('log.list', {})).toMatchObject({ error: { code: 'store.full' } })
  expect(await deferred.dispatch('log.list', {})).toMatchObject({ error: { code: 'store.full' } })
  expect(tries).toBe(1)
  expect(await deferred.dispatch('store.reopen', null)).toMatchObject({ ok: true })
  expect(await deferred.dispatch('log.list', {})).toMatchObject({ ok: true })
  expect([tries, listeners.size]).toEqual([2, 1])
})

it('tells how far the opening has come while everything else waits for it', async () => {
  const { desk } = fakeConsole()
  let tell: (progress: OpeningProgress) => void = () => undefined
  let open: (desk: OpenConsole) => void = () => undefined
  const deferred = deferConsole((onProgress) => {
    tell = onProgress
    return new Promise<OpenConsole>((done) => (open = done))
  })
  const ask = () => deferred.dispatch('console.opening', null)
  expect(await ask()).toEqual({ ok: true, value: null })
  tell({ done: 500, total: 2_000 })
  expect(await ask()).toEqual({ ok: true, value: { done: 500, total: 2_000 } })
  open(desk)
  await deferred.dispatch('log.list', {})
  expect(await ask()).toEqual({ ok: true, value: null })
})
