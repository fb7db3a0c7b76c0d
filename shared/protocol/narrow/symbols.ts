import { fromHex, toHex } from '../hex.ts'
import { type Codebook, MOST_CHARACTERS, MOST_WORDS } from './codebook.ts'
import type { Model } from './model.ts'
import type { BitCoder } from './rangeCoder.ts'

/** Codebook and what the model learned from it: one for all connections, because each frame leaves it as it was. */
export interface Vocabulary {
  readonly model: Model
  readonly characters: readonly string[]
  readonly characterIndex: ReadonlyMap<string, number>
  readonly words: readonly string[]
  readonly wordIndex: ReadonlyMap<string, number>
}

export function vocabularyOf(book: Codebook, model: Model): Vocabulary {
  const characters = [...book.characters].slice(0, MOST_CHARACTERS)
  const words = book.words.slice(0, MOST_WORDS)
  return {
    model,
    characters,
    characterIndex: new Map(characters.map((character, index) => [character, index + 2])),
    words,
    wordIndex: new Map(words.map((word, index) => [word, index + 1])),
  }
}

const END = 0
const ESCAPE = 1
const HALF = 2048
/** Weights of the mixer by what is coded. */
const FAMILY = { choice: 0, word: 1, length: 2, digits: 3, high: 4, low: 5 } as const
/** By how many contexts each of them is told. */
export const FAMILY_CONTEXTS = [2, 3, 2, 2, 7, 7]
/** Longest text and largest list a decoder builds: no envelope holds more. */
export const MOST_CHARACTERS_IN_TEXT = 128 * 1024

/** Why a narrow frame cannot be read. */
export class NarrowError extends Error {}

/** Codes plain values both ways: given a value it writes it, and what it gives back is what was written or read. */
export interface Symbols {
  /** One of 2^bits choices, told by where it stands and what stood there before. */
  choice(value: number, bits: number, where: number, before?: number): number
  /** A whole number from 0 to 2^53 − 1. */
  count(value: number, where: number): number
  /** Bits that nothing foretells. */
  even(value: number, bits: number): number
  bytes(hex: string, digits: number): string
  word(value: string, where: number, before: number): string
  /** Whether the codebook has it as a word. */
  knows(text: string): boolean
  text(value: string, where: number): string
  /** Symbols so far: what a reader has to spend on the same. */
  spent(): number
}

export function mixHash(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x27d4eb2f) | 0
}

/** @param budget symbols that may be coded: what a hostile frame could unfold to is bounded by its length. */
export function createSymbols(
  { model, characters, characterIndex, words, wordIndex }: Vocabulary,
  coder: BitCoder,
  budget = Number.POSITIVE_INFINITY,
): Symbols {
  let spent = 0
  const two = new Int32Array(2)
  const three = new Int32Array(3)
  const seven = new Int32Array(7)

  function spend(): void {
    spent += 1
    if (spent > budget) throw new NarrowError('unfolds to too much')
  }

  function choice(value: number, bits: number, where: number, before = 0): number {
    spend()
    two[0] = mixHash(where, 1)
    two[1] = mixHash(mixHash(where, 2), before)
    return model.value(coder, value, bits, two, FAMILY.choice)
  }

  function even(value: number, bits: number): number {
    let read = 0
    for (let at = bits - 1; at >= 0; at -= 1) read = read * 2 + coder.code(Math.floor(value / 2 ** at) % 2, HALF)
    return read
  }

  /** Its size in bits, then its upper three bits by what is usual there, then the rest as it is. */
  function count(value: number, where: number): number {
    two[0] = mixHash(where, 3)
    two[1] = mixHash(where, 4)
    const size = model.value(coder, value === 0 ? 0 : value.toString(2).length, 6, two, FAMILY.length)
    if (size > 53) throw new NarrowError('number too large')
    if (size < 2) return size
    const known = Math.min(3, size - 1)
    const rest = size - 1 - known
    two[0] = mixHash(mixHash(where, 5), size)
    two[1] = mixHash(6, size)
    const upper = model.value(coder, Math.floor(value / 2 ** rest) % 2 ** known, known, two, FAMILY.digits)
    return (2 ** known + upper) * 2 ** rest + even(value % 2 ** rest, rest)
  }

  function unit(previous: readonly [number, number, number], value: number, where: number): number {
    spend()
    const [one, twoBack, threeBack] = previous
    const o1 = mixHash(one, 11)
    const o2 = mixHash(o1, twoBack)
    seven[0] = 12
    seven[1] = mixHash(where, 13)
    seven[2] = mixHash(twoBack, 14)
    seven[3] = o1
    seven[4] = o2
    seven[5] = mixHash(o2, threeBack)
    seven[6] = mixHash(mixHash(o1, where), 15)
    const high = model.value(coder, value >> 6, 6, seven, FAMILY.high)
    for (let at = 0; at < 7; at += 1) seven[at] = mixHash(seven[at] ?? 0, high + 100)
    return (high << 6) | model.value(coder, value & 63, 6, seven, FAMILY.low)
  }

  function text(value: string, where: number): string {
    let read = ''
    let previous: [number, number, number] = [0, 0, 0]
    const units = [...value]
    for (let at = 0; at < MOST_CHARACTERS_IN_TEXT; at += 1) {
      const character = units[at]
      const wanted = character === undefined ? END : (characterIndex.get(character) ?? ESCAPE)
      const index = unit(previous, wanted, where)
      if (index === END) return read
      if (index === ESCAPE) {
        const code = even(character?.codePointAt(0) ?? 0, 21)
        if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw new NarrowError('no character')
        read += String.fromCodePoint(code)
      } else {
        const known = characters[index - 2]
        if (known === undefined) throw new NarrowError('unknown character')
        read += known
      }
      previous = [index, previous[0], previous[1]]
    }
    throw new NarrowError('text too long')
  }

  return {
    choice,
    count,
    even,
    spent: () => spent,
    knows: (value) => wordIndex.has(value),
    bytes(hex, digits) {
      const given = hex === '' ? new Uint8Array(digits / 2) : fromHex(hex)
      return toHex(given.map((byte) => even(byte, 8)))
    },
    word(value, where, before) {
      spend()
      three[0] = mixHash(where, 21)
      three[1] = mixHash(mixHash(where, 22), before)
      three[2] = mixHash(before, 23)
      const index = model.value(coder, wordIndex.get(value) ?? 0, 11, three, FAMILY.word)
      if (index === 0) return text(value, mixHash(24, 0))
      const known = words[index - 1]
      if (known === undefined) throw new NarrowError('unknown word')
      return known
    },
    text,
  }
}
