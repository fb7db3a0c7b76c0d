import type { JsonObject } from '../protocol/canonical.ts'

/**
 * Ids an event speaks of: its own entity and every reference ({id, …}) among its body's members, alone or in a list.
 * A timeline shows every event that mentions its subject.
 */
export function mentionsOf(entity: string, body: JsonObject): readonly string[] {
  const ids = new Set([entity])
  for (const member of Object.values(body)) {
    for (const part of Array.isArray(member) ? member : [member]) {
      if (typeof part === 'object' && part !== null && 'id' in part && typeof part.id === 'string') ids.add(part.id)
    }
  }
  return [...ids]
}
