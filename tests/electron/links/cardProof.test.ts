import { expect, test } from 'vitest'
import { watchCard } from '../../../electron/links/cardProof.ts'
import { createWorld } from '../../support/world.ts'

function watch() {
  const { clock, advance } = createWorld(1)
  const verdicts: boolean[] = []
  const seen = {
    card: 1_000 as number | null,
    link: { connection: 1, bytes: 0 } as { connection: number; bytes: number } | null,
  }
  const end = watchCard({
    clock,
    everyMs: 5_000,
    cardBytes: () => seen.card,
    linkBytes: () => seen.link,
    onVerdict: (wrong) => void verdicts.push(wrong),
  })
  advance(5_000)
  return { seen, verdicts, end, look: () => advance(5_000) }
}

test('a card that sent less than the link did has not carried it', () => {
  const { seen, verdicts, look } = watch()
  Object.assign(seen, { card: 1_040, link: { connection: 1, bytes: 700 } })
  look()
  Object.assign(seen, { card: 3_000, link: { connection: 1, bytes: 1_400 } })
  look()
  expect(verdicts).toEqual([true, false])
})

test('nothing is said of a few bytes, of what is under way, of another connection, or where the kernel does not tell', () => {
  const { seen, verdicts, look } = watch()
  seen.link = { connection: 1, bytes: 60 }
  look()
  seen.link = null
  look()
  seen.link = { connection: 2, bytes: 9_000 }
  look()
  Object.assign(seen, { card: null, link: { connection: 2, bytes: 90_000 } })
  look()
  expect(verdicts).toEqual([])
})

test('ends when told', () => {
  const { seen, verdicts, end, look } = watch()
  end()
  seen.link = { connection: 1, bytes: 9_000 }
  look()
  expect(verdicts).toEqual([])
})
