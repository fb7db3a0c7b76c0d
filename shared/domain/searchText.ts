import type { Json, JsonObject } from '../protocol/canonical.ts'

/** Members that identify a private person: never in full-text search (phones are looked up by other means). */
const PERSONAL = new Set([
  'household',
  'households',
  'phone',
  'caller',
  'person',
  'members',
  'leader',
  'contact',
  'idNumber',
  'by',
])
/** Members that no person would search for. */
const TECHNICAL = new Set([
  ...['id', 'kind', 'key', 'version', 'hash', 'origin', 'publicKey', 'epoch', 'rule', 'rulesHash'],
  ...['urgency', 'means', 'step', 'skipped', 'clock', 'route', 'tier', 'of', 'contentHash', 'telling'],
  ...['sha256', 'thumbSha', 'mime'],
])
const PERSONAL_AGGREGATES = new Set(['person', 'household'])

/** The words of an event that full-text search may find, a line each; empty for records about persons. */
export function searchTextOf(aggregate: string, body: JsonObject): string {
  if (PERSONAL_AGGREGATES.has(aggregate)) return ''
  const found: string[] = []
  collect(body, found)
  return found.join('\n')
}

function collect(value: Json, found: string[]): void {
  if (typeof value === 'string') found.push(value)
  else if (Array.isArray(value)) for (const part of value) collect(part, found)
  else if (typeof value === 'object' && value !== null) {
    if ('kind' in value && value.kind === 'person') return
    for (const [key, member] of Object.entries(value)) {
      if (!PERSONAL.has(key) && !TECHNICAL.has(key)) collect(member, found)
    }
  }
}
