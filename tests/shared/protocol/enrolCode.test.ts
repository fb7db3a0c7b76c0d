import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import {
  enrolKey,
  enrolProof,
  formatEnrolCode,
  makeEnrolCode,
  parseEnrolCode,
} from '../../../shared/protocol/enrolCode.ts'
import { seededRandom } from '../../support/world.ts'

const HUB = `h${'0123456789abcdef'.repeat(2).slice(0, 30)}`
const anyCode = fc.integer().map((seed) => makeEnrolCode(HUB, seededRandom(seed)))

test('a code can be typed as people type: small letters, spaces, no dashes, O for 0, I or L for 1', () => {
  fc.assert(
    fc.property(anyCode, fc.constantFrom('I', 'l', '1'), (code, one) => {
      const shown = formatEnrolCode(code, nodePrimitives)
      expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
      const typed = ` ${shown.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', one)} `
      expect(parseEnrolCode(typed, nodePrimitives)).toEqual(code)
    }),
  )
})

test('the code names the hub it belongs to', () => {
  expect(makeEnrolCode(HUB, seededRandom(1)).fingerprint).toBe('0123456789abcde')
})

test('of all single slips of the finger at most one in twenty is taken for a code', () => {
  const shown = formatEnrolCode(makeEnrolCode(HUB, seededRandom(5)), nodePrimitives)
  const slips = [...shown].flatMap((right, at) =>
    right === '-'
      ? []
      : [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
          .filter((c) => c !== right)
          .map((c) => shown.slice(0, at) + c + shown.slice(at + 1)),
  )
  const taken = slips.filter((slip) => parseEnrolCode(slip, nodePrimitives) !== null)
  expect(taken.length).toBeLessThan(slips.length / 20)
})

test.each(['', 'hello', 'AAAAA-AAAAA-AAAAA-AAAAA', '*****-*****-*****-*****-*****', '青山镇'])(
  '%s is no code',
  (typed) => {
    expect(parseEnrolCode(typed, nodePrimitives)).toBeNull()
  },
)

test('a proof holds for one nonce and one key only', () => {
  const key = enrolKey('abc', nodePrimitives)
  const [a, b] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  const proofs = [
    enrolProof(key, 'n1', a, nodePrimitives),
    enrolProof(key, 'n2', a, nodePrimitives),
    enrolProof(key, 'n1', b, nodePrimitives),
    enrolProof(enrolKey('abd', nodePrimitives), 'n1', a, nodePrimitives),
  ]
  expect(new Set(proofs).size).toBe(4)
})
