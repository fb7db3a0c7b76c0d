import type { Json } from '../protocol/canonical.ts'
import type { Registers } from './registers.ts'

/** A record said to be the same as another; both stay, and the other one is shown. */
export interface Merged {
  readonly id: string
  readonly name: string
  readonly reason: string
}

/** Field that holds it. */
export const MERGED = 'merged'

export function mergedOf(fields: Registers): Merged | null {
  const value: Json | undefined = fields[MERGED]?.value
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('id' in value)) return null
  return { id: String(value.id), name: String(value.name), reason: String(value.reason) }
}

/**
 * The record that stands for `id`: at the end of its chain of merges. Two consoles may have merged two records into each
 * other; of such a ring the least id stands, on every machine the same.
 * @param intoOf the id a record was merged into, or null.
 */
export function survivorOf(id: string, intoOf: (id: string) => string | null): string {
  const path = [id]
  for (;;) {
    const next = intoOf(path[path.length - 1] ?? id)
    if (next === null) return path[path.length - 1] ?? id
    const ring = path.indexOf(next)
    if (ring >= 0) return path.slice(ring).sort()[0] ?? id
    path.push(next)
  }
}
