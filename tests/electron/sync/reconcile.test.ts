import { describe, expect, test } from 'vitest'
import type { OwnChain } from '../../../electron/sync/ports.ts'
import { type Reconciliation, reconcile } from '../../../electron/sync/reconcile.ts'

const NOTHING: Reconciliation = { raise: [], lower: [], fetch: [], newEpoch: null }
const hash = (seq: number): string => seq.toString(16).padStart(64, '0')
const prefix = (seq: number): string => hash(seq).slice(0, 16)

function chain(change: Partial<OwnChain> = {}): OwnChain {
  return { epoch: '2-b', lane: 0, head: { seq: 10, hash: hash(10) }, acked: 4, ackedOnce: 4, closedAt: null, ...change }
}

/** What `chain` says to a hub that holds so many of its events, by default the same ones. */
function against(seq: number, own: OwnChain = chain(), held = prefix(seq), holdsOwn = () => true): Reconciliation {
  const hashAt = (_: unknown, at: number): string | null =>
    at <= own.head.seq ? `${prefix(at)}${hash(at).slice(16)}` : null
  return reconcile([own], [[own.epoch, own.lane, seq, held]], '2-b', { hashAt, holdsOwn })
}

describe('what the hub holds of a chain of ours', () => {
  test('as many as it confirmed: nothing to do', () => {
    expect(against(4)).toEqual(NOTHING)
  })

  test('more than we heard of: its confirmation was lost on the way', () => {
    expect(against(7)).toEqual({ ...NOTHING, raise: [{ epoch: '2-b', lane: 0, seq: 7 }] })
  })

  test('fewer than it confirmed: it lost them, they go out again', () => {
    expect(against(1)).toEqual({ ...NOTHING, lower: [{ epoch: '2-b', lane: 0, seq: 1 }] })
  })

  test('none of a chain it had confirmed', () => {
    expect(reconcile([chain()], [], '2-b', { hashAt: () => null, holdsOwn: () => false })).toEqual({
      ...NOTHING,
      lower: [{ epoch: '2-b', lane: 0, seq: 0 }],
    })
  })

  test('more than we have: our database is an old one', () => {
    expect(against(12)).toEqual({ ...NOTHING, fetch: [{ epoch: '2-b', lane: 0, from: 5 }], newEpoch: 'hubAhead' })
  })

  test('more than we have, of an epoch before: fetched, writing goes on where it is', () => {
    expect(against(12, chain({ epoch: '1-a' }))).toEqual({ ...NOTHING, fetch: [{ epoch: '1-a', lane: 0, from: 5 }] })
  })

  test('a chain we know nothing of', () => {
    expect(reconcile([], [['1-a', 2, 3, prefix(3)]], '2-b', { hashAt: () => null, holdsOwn: () => false })).toEqual({
      ...NOTHING,
      fetch: [{ epoch: '1-a', lane: 2, from: 1 }],
    })
  })

  test('another event under one of our numbers: a fork', () => {
    expect(against(7, chain(), 'f'.repeat(16))).toEqual({
      ...NOTHING,
      fetch: [{ epoch: '2-b', lane: 0, from: 5 }],
      newEpoch: 'fork',
    })
  })

  test('something it cannot name: there is nothing to compare', () => {
    expect(against(7, chain(), '')).toEqual({ ...NOTHING, raise: [{ epoch: '2-b', lane: 0, seq: 7 }] })
  })

  describe('of a chain that forked and was settled', () => {
    const settled = chain({ head: { seq: 4, hash: hash(4) }, closedAt: 4 })

    test('what we know of it: it stays settled', () => {
      expect(against(4, settled)).toEqual(NOTHING)
      expect(against(9, settled, 'f'.repeat(16))).toEqual(NOTHING)
    })

    test('less than we know of it: it goes out again', () => {
      expect(against(2, settled)).toEqual({ ...NOTHING, lower: [{ epoch: '2-b', lane: 0, seq: 2 }] })
    })

    test('more, because another device with this key goes on with it: the rest is fetched', () => {
      const fetched = (from: number) => ({ ...NOTHING, fetch: [{ epoch: '2-b', lane: 0, from }] })
      expect(against(9, settled, 'f'.repeat(16), () => false)).toEqual(fetched(5))
      expect(against(3, settled, 'f'.repeat(16), () => false)).toEqual(fetched(1))
    })
  })
})
