/** A value that canonical JSON can carry: no undefined, no NaN, no Infinity. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** Deepest nesting: a hostile value of 60,000 brackets would otherwise overflow the stack of whoever walks it. */
export const MAX_JSON_DEPTH = 64

/**
 * Canonical JSON text (RFC 8785): keys in UTF-16 order, ECMAScript number and string forms, no white space.
 * Lone surrogates are replaced by U+FFFD, because UTF-8 cannot carry them and two machines would hash differently.
 * @throws {TypeError} on a value JSON has no form for, nested deeper than {@link MAX_JSON_DEPTH}, or with two keys that
 * differ only in what UTF-8 cannot carry.
 */
export function canonicalJson(value: Json, depth = 0): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed())
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no form for a number that is not finite')
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new TypeError(`canonical JSON has no form for ${typeof value}`)
  if (depth >= MAX_JSON_DEPTH) throw new TypeError('canonical JSON: nested too deeply')
  if (isJsonArray(value)) return `[${value.map((part) => canonicalJson(part, depth + 1)).join(',')}]`
  return canonicalObject(value, depth)
}

function canonicalObject(value: JsonObject, depth: number): string {
  const keys = Object.keys(value)
  if (!keys.every((key) => key.isWellFormed())) return canonicalObject(withWellFormedKeys(value, keys), depth)
  const members: string[] = []
  for (const key of keys.sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`)
  }
  return `{${members.join(',')}}`
}

function withWellFormedKeys(value: JsonObject, keys: readonly string[]): JsonObject {
  const renamed = Object.fromEntries(keys.map((key) => [key.toWellFormed(), value[key] as Json]))
  if (Object.keys(renamed).length !== keys.length) throw new TypeError('canonical JSON: the same key twice')
  return renamed
}

function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** Half of a surrogate pair as JSON.stringify writes it; also what looks like one, which costs nothing but time. */
const LONE_SURROGATE = /\\ud[89a-f]/

/**
 * The canonical text of a parsed JSON value that has the canonical form already, or null. What other machines send nearly always
 * has it, and the engine's own JSON.stringify is several times as fast as {@link canonicalJson}.
 */
export function canonicalTextOf(value: unknown): string | null {
  if (!hasCanonicalForm(value, 0)) return null
  const text = JSON.stringify(value)
  return LONE_SURROGATE.test(text) ? null : text
}

/** Keys in order, every number one that comes back from its text as it was. */
function hasCanonicalForm(value: unknown, depth: number): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || depth >= MAX_JSON_DEPTH) return false
  if (Array.isArray(value)) return value.every((part) => hasCanonicalForm(part, depth + 1))
  let before: string | null = null
  for (const [key, member] of Object.entries(value)) {
    if ((before !== null && before >= key) || !hasCanonicalForm(member, depth + 1)) return false
    before = key
  }
  return true
}
