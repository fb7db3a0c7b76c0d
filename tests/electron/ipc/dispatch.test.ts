import { expect, it } from 'vitest'
import { z } from 'zod'
import { createDispatch } from '../../../electron/ipc/dispatch.ts'

const contract = {
  'demo.add': { args: z.strictObject({ a: z.number(), b: z.number() }), result: z.number() },
  'demo.refuse': { args: z.undefined(), result: z.null() },
  'demo.fault': { args: z.undefined(), result: z.null() },
}

class Refusal extends Error {
  readonly code = 'demo.notNow'
}

function open() {
  const faults: unknown[] = []
  const dispatch = createDispatch(
    contract,
    {
      'demo.add': ({ a, b }: { a: number; b: number }) => a + b,
      'demo.refuse': () => {
        throw new Refusal('the shift is closed')
      },
      'demo.fault': async () => {
        throw Object.assign(new Error('no space left at /secret/path'), { code: 'ENOSPC' })
      },
    },
    (channel, error) => faults.push([channel, error]),
  )
  return { dispatch, faults }
}

it('answers with the value of the handler', async () => {
  expect(await open().dispatch('demo.add', { a: 1, b: 2 })).toEqual({ ok: true, value: 3 })
})

it.each([undefined, null, 'x', {}, { a: 1 }, { a: 1, b: '2' }, { a: 1, b: 2, c: 3 }, [1, 2]])(
  'answers bad arguments %j without calling the handler',
  async (args) => {
    expect(await open().dispatch('demo.add', args)).toMatchObject({ ok: false, error: { code: 'ipc.badArguments' } })
  },
)

it.each(['nothing', '__proto__', 'constructor', 'toString', ''])('answers the unknown channel %j', async (channel) => {
  expect(await open().dispatch(channel, {})).toMatchObject({ ok: false, error: { code: 'ipc.unknownChannel' } })
})

it('hands a refusal on with its own code', async () => {
  const { dispatch, faults } = open()
  expect(await dispatch('demo.refuse', undefined)).toMatchObject({ ok: false, error: { code: 'demo.notNow' } })
  expect(faults).toEqual([])
})

it('keeps the inside of a fault from the page, but reports it', async () => {
  const { dispatch, faults } = open()
  const answer = await dispatch('demo.fault', undefined)
  expect(answer).toMatchObject({ ok: false, error: { code: 'ipc.fault' } })
  expect(JSON.stringify(answer)).not.toContain('secret')
  expect(faults).toHaveLength(1)
})

it('refuses what may not be asked now, without calling the handler', async () => {
  const asked: string[] = []
  const dispatch = createDispatch(
    contract,
    { 'demo.add': () => asked.push('add'), 'demo.refuse': () => asked.push('refuse'), 'demo.fault': () => null },
    () => undefined,
    (channel) => channel === 'demo.refuse',
  )
  expect(await dispatch('demo.add', { a: 1, b: 2 })).toMatchObject({ error: { code: 'session.signInFirst' } })
  expect(await dispatch('demo.refuse', undefined)).toMatchObject({ ok: true })
  expect(asked).toEqual(['refuse'])
})
