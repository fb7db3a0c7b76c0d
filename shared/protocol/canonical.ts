/** A value that canonical JSON can carry: no undefined, no NaN, no Infinity. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/**
 * Canonical JSON text (RFC 8785): keys in UTF-16 order, ECMAScript number and string forms, no white space.
 * Lone surrogates are replaced by U+FFFD, because UTF-8 cannot carry them and two machines would hash differently.
 * @throws {TypeError} on a value JSON has no form for.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed())
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no form for a number that is not finite')
    return JSON.stringify(value)
  }
  if (isJsonArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`canonical JSON has no form for ${typeof value}`)
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${JSON.stringify(key.toWellFormed())}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}

function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
