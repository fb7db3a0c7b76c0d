import fc from 'fast-check'
import { expect, it } from 'vitest'
import { survivorOf } from '../../../shared/domain/merging.ts'

const following = (into: Readonly<Record<string, string>>) => (id: string) => into[id] ?? null

it('follows a chain of merges to its end', () => {
  const into = following({ a: 'b', b: 'c' })
  expect(['a', 'b', 'c', 'd'].map((id) => survivorOf(id, into))).toEqual(['c', 'c', 'c', 'd'])
})

it('lets the least id of a ring stand: two consoles merged each into the other', () => {
  const into = following({ b: 'a', a: 'b', x: 'b' })
  expect(['a', 'b', 'x'].map((id) => survivorOf(id, into))).toEqual(['a', 'a', 'a'])
})

it('ends, and gives everything merged together one survivor, whatever was merged into what', () => {
  const ids = [...'abcdefgh']
  const anywhere = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids))
  fc.assert(
    fc.property(anywhere, (into) => {
      for (const [id, target] of Object.entries(into)) {
        expect(survivorOf(id, following(into))).toBe(survivorOf(target, following(into)))
      }
    }),
  )
})
