import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ChainHead, EMPTY_HEAD, fitChain } from '../../../shared/protocol/chain.ts'

const hash = (n: number) => n.toString(16).padStart(64, '0')
const head: ChainHead = { seq: 7, hash: hash(7) }

it.each([
  ['the first of a chain', EMPTY_HEAD, { seq: 1, prev: '' }, 'next'],
  ['a first that claims a past', EMPTY_HEAD, { seq: 1, prev: hash(1) }, 'fork'],
  ['the second before the first', EMPTY_HEAD, { seq: 2, prev: hash(1) }, 'gap'],
  ['the next', head, { seq: 8, prev: hash(7) }, 'next'],
  ['the next on another past', head, { seq: 8, prev: hash(9) }, 'fork'],
  ['one too far', head, { seq: 9, prev: hash(8) }, 'gap'],
  ['the same again', head, { seq: 7, prev: hash(6) }, 'known'],
  ['an old one', head, { seq: 1, prev: '' }, 'known'],
] as const)('%s', (_, at, envelope, fit) => {
  expect(fitChain(at, envelope)).toBe(fit)
})

it('a chain sent in any order, again and again, ends complete', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }), (sent) => {
      let at: ChainHead = EMPTY_HEAD
      for (const seq of sent) {
        const fit = fitChain(at, { seq, prev: seq === 1 ? '' : hash(seq - 1) })
        expect(fit).toBe(seq === at.seq + 1 ? 'next' : seq <= at.seq ? 'known' : 'gap')
        if (fit === 'next') at = { seq, hash: hash(seq) }
      }
    }),
  )
})
