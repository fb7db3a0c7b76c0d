import { endOf, stepsOf } from './wordMatch.ts'

/** A word of the intake list, made ready once. */
export interface Word {
  /** Those that must all be in the line, in this order. The first begins the word. */
  readonly characters: readonly string[]
  readonly steps: ReturnType<typeof stepsOf>
}

export interface FoundWord<One extends Word> {
  readonly word: One
  readonly said: string
  readonly from: number
  readonly to: number
}

/** Words by their first two characters: of some thousand words a line is asked only for those that can be in it. */
export type WordIndex<One extends Word> = ReadonlyMap<string, ReadonlyMap<string, readonly One[]>>

/** `never`: characters that may not stand on the way of a “~”. */
export function prepareWord(written: string, never = ''): Word {
  return { characters: [...new Set(written.replaceAll('~', ''))], steps: stepsOf(written, never) }
}

export function indexWords<One extends Word>(words: readonly One[]): WordIndex<One> {
  const byFirst = groupBy(words, ({ characters }) => characters[0] ?? '')
  return new Map([...byFirst].map(([first, all]) => [first, groupBy(all, ({ characters }) => characters[1] ?? first)]))
}

export function findWords<One extends Word>(text: string, index: WordIndex<One>): readonly FoundWord<One>[] {
  const there = new Set(text)
  const found: FoundWord<One>[] = []
  for (const first of there) {
    const bySecond = index.get(first)
    if (!bySecond) continue
    // Whichever are fewer: the characters of the line, or those that follow this one in some word.
    for (const second of bySecond.size < there.size ? bySecond.keys() : there) {
      if (!there.has(second)) continue
      for (const word of bySecond.get(second) ?? []) {
        if (!standsInOrder(text, word.characters)) continue
        for (let from = text.indexOf(first); from >= 0; ) {
          const to = endOf(text, from, word.steps)
          if (to > from) found.push({ word, said: text.slice(from, to), from, to })
          from = text.indexOf(first, Math.max(from + 1, to))
        }
      }
    }
  }
  return found
}

/** Those that begin or end in the middle of none of `whole`: 驴 in 驴友, 火 in 火车. */
export function withoutCut<One extends { readonly from: number; readonly to: number }>(
  found: readonly One[],
  whole: readonly { readonly from: number; readonly to: number }[],
): readonly One[] {
  if (whole.length === 0) return found
  return found.filter(({ from, to }) =>
    whole.every((word) => !(from > word.from && from < word.to) && !(to > word.from && to < word.to)),
  )
}

/** 车 before 撞: cheap to see, and most words whose characters are all there fail it. */
function standsInOrder(text: string, characters: readonly string[]): boolean {
  let from = 0
  for (const one of characters) {
    from = text.indexOf(one, from) + 1
    if (from === 0) return false
  }
  return true
}

export function groupBy<One>(all: readonly One[], nameOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(nameOf(one))
    if (group) group.push(one)
    else groups.set(nameOf(one), [one])
  }
  return groups
}

/** A word as a pattern that matches just it. */
export function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
