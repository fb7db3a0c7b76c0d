import type { Clause } from './clauses.ts'
import { findWords, groupBy, type Word, type WordIndex } from './wordIndex.ts'

export interface GroupWord extends Word {
  readonly group: string
}

/** What has to be said together for a scene. “vehicle+fall>water, crew; gone !boat”: three parts and what must not be beside them. */
export interface Scene {
  readonly key: string
  /** Place in TIERS. */
  readonly tier: number
  /** Each within one clause, together within three; after a semicolon anywhere in the line. */
  readonly parts: readonly ScenePart[]
  /** All groups of all parts. */
  readonly needs: readonly string[]
  /** Groups of which nothing may be said in those clauses. */
  readonly without: readonly string[]
}

/** Chains of groups, all in one clause; those of a chain in that order and close to one another. */
export interface ScenePart {
  readonly chains: readonly (readonly string[])[]
  readonly far: boolean
}

export interface SceneHit {
  readonly key: string
  readonly tier: number
  readonly from: number
  readonly to: number
}

interface Said {
  readonly clause: number
  readonly from: number
  readonly to: number
}

/** How far apart, in characters, two groups of a chain may stand. */
const CLOSE = 8
/** How far apart, in clauses, two parts of a scene may stand. */
const NEAR = 2

/** “a+b>c, d !e” as a scene. Throws where it names nothing. */
export function parseScene(key: string, tier: number, written: string): Scene {
  const [positive = '', ...without] = written.split('!').map((one) => one.trim())
  const parts = positive.split(';').flatMap((stretch, i) =>
    stretch.split(',').map((part) => ({
      chains: part.split('+').map((chain) => chain.split('>').map((name) => name.trim())),
      far: i > 0,
    })),
  )
  const needs = [...new Set(parts.flatMap(({ chains }) => chains.flat()))]
  if ([...needs, ...without].includes('')) throw new Error(`scene of ${key} is incomplete: ${written}`)
  return { key, tier, parts, needs, without }
}

/** Every scene the clauses show. `isDenied` tells of a word of a group that it is said not to be. */
export function findScenes(
  text: string,
  clauses: readonly Clause[],
  scenes: readonly Scene[],
  groups: WordIndex<GroupWord>,
  isDenied: (one: { readonly from: number; readonly to: number }) => boolean,
): readonly SceneHit[] {
  const all = findWords(text, groups)
    .filter((one) => !isDenied(one))
    .sort((a, b) => a.from - b.from)
    .map(({ word: { group }, from, to }) => ({
      group,
      clause: clauses.findIndex((one) => from >= one.from && from < one.to),
      from,
      to,
    }))
  const known: ReadonlyMap<string, readonly Said[]> = groupBy(all, ({ group }) => group)
  const said = (name: string) => known.get(name) ?? []
  return scenes.flatMap(({ key, tier, parts, needs, without }) => {
    if (!needs.every((name) => known.has(name))) return []
    const [first, ...others] = parts.map((part) => ({ found: findPart(part, said), far: part.far }))
    return (first?.found ?? []).flatMap((one) => {
      const together = [one]
      for (const { found, far } of others) {
        const near = found.find(({ clause }) => far || together.every((each) => Math.abs(each.clause - clause) <= NEAR))
        if (!near) return []
        together.push(near)
      }
      const spoken = together.map(({ clause }) => clause)
      if (without.some((name) => said(name).some(({ clause }) => spoken.includes(clause)))) return []
      const from = Math.min(...together.map((each) => each.from))
      return [{ key, tier, from, to: Math.max(...together.map((each) => each.to)) }]
    })
  })
}

/** One for every clause that says all of the part. */
function findPart({ chains }: ScenePart, said: (name: string) => readonly Said[]): readonly Said[] {
  const [first = [], ...others] = chains.map((chain) => findChain(chain, said))
  return first.flatMap((one) => {
    const rest = others.map((chain) => chain.find(({ clause }) => clause === one.clause))
    if (!rest.every((other) => other !== undefined)) return []
    const all = [one, ...rest]
    return [
      {
        clause: one.clause,
        from: Math.min(...all.map(({ from }) => from)),
        to: Math.max(...all.map(({ to }) => to)),
      },
    ]
  })
}

function findChain([first = '', ...then]: readonly string[], said: (name: string) => readonly Said[]): readonly Said[] {
  return then.reduce(
    (ends, name) =>
      ends.flatMap((end) => {
        const next = said(name).find(
          ({ clause, from }) => clause === end.clause && from >= end.to && from - end.to <= CLOSE,
        )
        return next ? [{ clause: end.clause, from: end.from, to: next.to }] : []
      }),
    said(first),
  )
}
