import { type Json, type JsonObject, MAX_JSON_DEPTH } from '../canonical.ts'
import { type Memory, REMEMBERED, rememberText } from './memory.ts'
import { mixHash, NarrowError, type Symbols } from './symbols.ts'

/** What stands next: 4 bits, of which the model mostly knows all. */
const TYPE = {
  null: 0,
  false: 1,
  true: 2,
  count: 3,
  negative: 4,
  time: 5,
  minute: 6,
  text: 7,
  again: 8,
  id: 9,
  hex: 10,
  word: 11,
  array: 12,
  object: 13,
  number: 14,
} as const

/** An id made by a console: what it is, and 80 random bits (electron/deskContext.ts). */
const ID = /^([a-zA-Z]{1,20})-([0-9a-hjkmnp-tv-z]{16})$/
const ID_DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const HEX = /^(?:[0-9a-f]{2}){8,64}$/
const MINUTE = 60_000
/** Numbers so near to the clock are readings of a clock. */
const NEAR = 400 * 86_400_000
/** Longer texts are hardly ever said again word for word. */
const LONGEST_AGAIN = 24

export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}

/** Codes JSON values both ways. `value` undefined reads. What comes back has the same canonical JSON as what went in. */
export interface Values {
  any(value: Json | undefined, where: number, before?: number, depth?: number): Json
  text(value: string | undefined, where: number, before?: number): string
  object(value: JsonObject | undefined, where: number, depth?: number): JsonObject
}

export function createValues(symbols: Symbols, memory: Memory): Values {
  function typeOf(value: Json, place: (text: string) => number): number {
    if (value === null) return TYPE.null
    if (typeof value === 'boolean') return value ? TYPE.true : TYPE.false
    if (typeof value === 'string') return typeOfText(value, place)
    if (typeof value === 'number') return typeOfNumber(value)
    return Array.isArray(value) ? TYPE.array : TYPE.object
  }

  function typeOfNumber(value: number): number {
    if (!Number.isSafeInteger(value)) return TYPE.number
    if (Math.abs(value - memory.time) < NEAR) return value % MINUTE === 0 ? TYPE.minute : TYPE.time
    return value < 0 ? TYPE.negative : TYPE.count
  }

  function typeOfText(value: string, place: (text: string) => number): number {
    if (memory.texts.get(place(value))?.includes(value)) return TYPE.again
    if (symbols.knows(value)) return TYPE.word
    if (ID.test(value)) return TYPE.id
    return HEX.test(value) ? TYPE.hex : TYPE.text
  }

  /** Ids are remembered by what they are, wherever they stand; other texts where they stand. */
  const placeOf = (value: string, where: number): number => {
    const kind = ID.exec(value)?.[1]
    return kind === undefined ? where : mixHash(hashText(kind), 40)
  }

  function again(value: string | undefined, where: number): string {
    // An id's place is what it is: that is told first, where ids stand at all.
    const isId = symbols.choice(value !== undefined && ID.test(value) ? 1 : 0, 1, mixHash(where, 41)) === 1
    const place = isId
      ? mixHash(
          hashText(symbols.word(value === undefined ? '' : (ID.exec(value)?.[1] ?? ''), mixHash(where, 42), 0)),
          40,
        )
      : where
    const known = memory.texts.get(place) ?? []
    const index = symbols.choice(value === undefined ? 0 : known.indexOf(value), 4, mixHash(where, 43))
    const text = known[index]
    if (text === undefined || index >= REMEMBERED) throw new NarrowError('nothing remembered')
    rememberText(memory, place, text)
    return text
  }

  function id(value: string | undefined, where: number): string {
    const match = value === undefined ? null : ID.exec(value)
    const kind = symbols.word(match?.[1] ?? '', mixHash(where, 42), 0)
    const digits = match?.[2] ?? ''
    let text = ''
    for (let at = 0; at < 16; at += 1)
      text += ID_DIGITS[symbols.even(Math.max(0, ID_DIGITS.indexOf(digits[at] ?? '0')), 5)]
    return `${kind}-${text}`
  }

  function hex(value: string | undefined, where: number): string {
    const bytes = symbols.choice((value?.length ?? 0) / 2, 7, mixHash(where, 44))
    return symbols.bytes(value ?? '', bytes * 2)
  }

  function textOf(type: number, value: string | undefined, where: number): string {
    if (type === TYPE.again) return again(value, where)
    if (type === TYPE.word) return symbols.word(value ?? '', mixHash(where, 45), 0)
    if (type === TYPE.hex) return hex(value, where)
    const text = type === TYPE.id ? id(value, where) : symbols.text(value ?? '', where)
    if (text.length <= LONGEST_AGAIN) rememberText(memory, placeOf(text, where), text)
    return text
  }

  function number(type: number, value: number | undefined, where: number): number {
    switch (type) {
      case TYPE.count:
        return symbols.count(value ?? 0, where)
      case TYPE.negative:
        return -symbols.count(-(value ?? 0), mixHash(where, 46))
      case TYPE.time:
        return fromZigzag(symbols.count(toZigzag((value ?? 0) - memory.time), mixHash(where, 47))) + memory.time
      case TYPE.minute: {
        const now = Math.floor(memory.time / MINUTE)
        return (fromZigzag(symbols.count(toZigzag((value ?? 0) / MINUTE - now), mixHash(where, 48))) + now) * MINUTE
      }
      default: {
        const read = Number(symbols.text(value === undefined ? '' : JSON.stringify(value), mixHash(where, 49)))
        if (!Number.isFinite(read)) throw new NarrowError('no number')
        return read
      }
    }
  }

  function list(value: readonly Json[] | undefined, where: number, depth: number): Json[] {
    const length = symbols.count(value?.length ?? 0, mixHash(where, 50))
    const read: Json[] = []
    for (let at = 0; at < length; at += 1) read.push(any(value?.[at], mixHash(where, 51), Math.min(at, 1), depth + 1))
    return read
  }

  function object(value: JsonObject | undefined, where: number, depth = 0): JsonObject {
    const members: [string, Json][] = []
    const given = value === undefined ? null : Object.entries(value).filter(([, member]) => member !== undefined)
    let before = 0
    for (let at = 0; ; at += 1) {
      const more = symbols.choice(given && at < given.length ? 1 : 0, 1, mixHash(where, 52), before)
      if (more === 0) return Object.fromEntries(members)
      const key = symbols.word(given?.[at]?.[0] ?? '', mixHash(where, 53), before)
      const hash = hashText(key)
      members.push([key, any(given?.[at]?.[1], mixHash(where, hash), before, depth + 1)])
      before = hash
    }
  }

  function any(value: Json | undefined, where: number, before = 0, depth = 0): Json {
    if (depth > MAX_JSON_DEPTH) throw new NarrowError('nested too deeply')
    const given = value === undefined ? 0 : typeOf(value, (text) => placeOf(text, where))
    const type = symbols.choice(given, 4, mixHash(where, 54), before)
    if (type === TYPE.null) return null
    if (type === TYPE.false || type === TYPE.true) return type === TYPE.true
    if (type === TYPE.array) return list(value as readonly Json[] | undefined, where, depth)
    if (type === TYPE.object) return object(value as JsonObject | undefined, where, depth)
    if (type === TYPE.text || type === TYPE.again || type === TYPE.id || type === TYPE.hex || type === TYPE.word)
      return textOf(type, value as string | undefined, where)
    return number(type, value as number | undefined, where)
  }

  return {
    any,
    object,
    text(value, where, before = 0) {
      const read = any(value, where, before)
      if (typeof read !== 'string') throw new NarrowError('no text')
      return read
    },
  }
}

function toZigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

function fromZigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}
