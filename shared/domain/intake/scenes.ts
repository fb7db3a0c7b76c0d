import type { Clause } from './clauses.ts'
import { type FoundWord, groupBy, type Word } from './wordIndex.ts'

export interface GroupWord extends Word {
  readonly group: string
}

/**
 * What has to be said together for a scene. “vehicle+fall>water, crew; gone !boat !!pipe”: three parts, what must not be beside them, and
 * what must not be in the line at all.
 */
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
  /** Groups of which nothing may be said anywhere. */
  readonly never: readonly string[]
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
  const [positive = '', ...exceptions] = written.split(/(?=(?<!!)!)/u).map((one) => one.trim())
  const without = exceptions.filter((one) => !one.startsWith('!!')).map((one) => one.slice(1))
  const never = exceptions.filter((one) => one.startsWith('!!')).map((one) => one.slice(2))
  const parts = positive.split(';').flatMap((stretch, i) =>
    stretch.split(',').map((part) => ({
      chains: part.split('+').map((chain) => chain.split('>').map((name) => name.trim())),
      far: i > 0,
    })),
  )
  const needs = [...new Set(parts.flatMap(({ chains }) => chains.flat()))]
  if ([...needs, ...without, ...never].includes('')) throw new Error(`scene of ${key} is incomplete: ${written}`)
  return { key, tier, parts, needs, without, never }
}

/** Scenes by the first group they need, each with its place in the list: most need a group of which nothing is said. */
export type SceneIndex = ReadonlyMap<string, readonly (Scene & { readonly place: number })[]>

export function indexScenes(scenes: readonly Scene[]): SceneIndex {
  return groupBy(
    scenes.map((scene, place) => ({ ...scene, place })),
    ({ needs }) => needs[0] ?? '',
  )
}

/** Every scene the clauses show with the words of groups that are said in them. */
export function findScenes(
  clauses: readonly Clause[],
  scenes: SceneIndex,
  words: readonly FoundWord<GroupWord>[],
): readonly SceneHit[] {
  const all = [...words]
    .sort((a, b) => a.from - b.from)
    .map(({ word: { group }, from, to }) => ({
      group,
      clause: clauses.findIndex((one) => from >= one.from && from < one.to),
      from,
      to,
    }))
  const known: ReadonlyMap<string, readonly Said[]> = groupBy(all, ({ group }) => group)
  const said = (name: string) => known.get(name) ?? []
  const possible = [...known.keys()].flatMap((name) => scenes.get(name) ?? []).sort((a, b) => a.place - b.place)
  return possible.flatMap(({ key, tier, parts, needs, without, never }) => {
    if (!needs.every((name) => known.has(name)) || never.some((name) => known.has(name))) return []
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
    // A word of two groups is one thing said, and no two.
    const rest = others.map((chain) =>
      chain.find(({ clause, from, to }) => clause === one.clause && !(from === one.from && to === one.to)),
    )
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
