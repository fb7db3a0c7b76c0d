import { expect, it } from 'vitest'
import { openConsole } from '../../../electron/ipc/openConsole.ts'
import { parseConsoleOptions } from '../../../electron/options.ts'
import { contract } from '../../../shared/ipc/contract.ts'
import { openChannels } from '../../../shared/ipc/openChannels.ts'
import { makeFolder } from '../../support/deskFixture.ts'

const township = {
  township: { name: '清溪镇', division: '510124103', organisation: 'town', county: '郫都区' },
  villages: ['李家湾村'],
  administrator: { name: '陈明', post: '', phone: '', password: 'qing xi 119', alsoOnDuty: true },
  console: { letter: 'A', name: '值班室' },
}
const LOG_PAGE = { filter: {}, before: null, limit: 5 }
const closed = { ok: false, error: { code: 'session.signInFirst' } }

it('answers only what sign-in, lock screen and F2 need while nobody is signed in', async () => {
  const console = await openConsole(makeFolder(), parseConsoleOptions([]))
  expect(await console.dispatch('setup.create', township)).toMatchObject({ ok: true })
  expect(await console.dispatch('log.page', LOG_PAGE)).toMatchObject({ ok: true })
  expect(await console.dispatch('session.lock', null)).toMatchObject({ ok: true })
  expect(await console.dispatch('log.page', LOG_PAGE)).toMatchObject(closed)
  // Every channel that takes no arguments, for each of them would give something away.
  for (const channel of Object.keys(contract).filter((name) => !openChannels.has(name))) {
    const answer = await console.dispatch(channel, null)
    if (answer.ok || answer.error.code !== 'ipc.badArguments')
      expect([channel, answer]).toMatchObject([channel, closed])
  }
  expect(await console.dispatch('people.list', null)).toMatchObject(closed)
  expect(await console.dispatch('township.now', null)).toMatchObject({ ok: true })
  expect(await console.dispatch('villages.options', null)).toMatchObject({ ok: true })
  expect(await console.dispatch('draft.list', { kind: 'intake' })).toMatchObject({ ok: true })
  expect(await console.dispatch('draft.list', { kind: 'log' })).toMatchObject(closed)
  expect(await console.dispatch('draft.save', { id: 'draft0001', kind: 'log', body: {} })).toMatchObject({ ok: true })
  await console.close()
})

it('names only channels that exist', () => {
  expect([...openChannels].filter((name) => !Object.hasOwn(contract, name))).toEqual([])
})
