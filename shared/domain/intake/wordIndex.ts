import { findAll } from './matches.ts'

/** A word of the intake list, made ready once. */
export interface Word {
  /** Those that must all be in the line: the pattern is only made, and tried, when they are. The first begins the word. */
  readonly characters: readonly string[]
  readonly pattern: () => RegExp
}

export interface FoundWord<One extends Word> {
  readonly word: One
  readonly said: string
  readonly from: number
  readonly to: number
}

/** Words by their first two characters: of some thousand words a line is asked only for those that can be in it. */
export type WordIndex<One extends Word> = ReadonlyMap<string, ReadonlyMap<string, readonly One[]>>

/** “山~垮” is 山, up to six characters of the same clause, 垮; “~~” is a longer way, over commas. None of `never` may stand on the way. */
export function prepareWord(written: string, never = ''): Word {
  let made: RegExp | undefined
  const make = () =>
    new RegExp(
      written
        .split('~~')
        .map((one) => inClause(one, never))
        .join('[^.;!?　]{0,14}?'),
      'gu',
    )
  return {
    characters: [...new Set(written.replaceAll('~', ''))],
    pattern: () => {
      made ??= make()
      return made
    },
  }
}

export function indexWords<One extends Word>(words: readonly One[]): WordIndex<One> {
  const byFirst = groupBy(words, ({ characters }) => characters[0] ?? '')
  return new Map([...byFirst].map(([first, all]) => [first, groupBy(all, ({ characters }) => characters[1] ?? first)]))
}

export function findWords<One extends Word>(text: string, index: WordIndex<One>): readonly FoundWord<One>[] {
  const there = new Set(text)
  const found: FoundWord<One>[] = []
  for (const first of there)
    for (const [second, words] of index.get(first) ?? []) {
      if (!there.has(second)) continue
      for (const word of words) {
        if (!standsInOrder(text, word.characters)) continue
        for (const { index: from, 0: said } of findAll(text, word.pattern()))
          found.push({ word, said, from, to: from + said.length })
      }
    }
  return found
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

function inClause(word: string, never: string): string {
  return word.split('~').map(loosely).join(`(?:[^,.;!?、　${never}]|(?<=\\d)\\.(?=\\d)){0,6}?`)
}

/** 路边, 路口 and 路人 are beside the road or on it; what befalls them befalls no road. */
const ROAD = '路(?![边旁口人过灯途])'

/** 进水 is also 进了水, 滑坡 滑了坡. */
function loosely(word: string): string {
  return /^\p{Script=Han}+$/u.test(word)
    ? [...word]
        .map((character) => (character === '路' ? ROAD : character))
        .join('(?:了|着|过|都|也|又|已经?|还在|正在|全|被|了?[点些])?')
    : literal(word)
}

/** A word as a pattern that matches just it. */
export function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
