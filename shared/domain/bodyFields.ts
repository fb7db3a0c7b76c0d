import type { Json } from '../protocol/canonical.ts'

/**
 * Members of a parsed body as values for registers. zod's types allow undefined for an absent member of an object within, which
 * JSON has not; the value itself came from JSON and never holds it.
 */
export function bodyFields(members: object): { readonly [field: string]: Json | undefined } {
  return members as { readonly [field: string]: Json | undefined }
}
