import type { z } from 'zod'

/** Reads a draft as it was kept; null when another version of the program kept it in another shape. */
export function draftReader<Body>(shape: z.ZodType<Body>): (kept: unknown) => Body | null {
  return (kept) => {
    const parsed = shape.safeParse(kept)
    return parsed.success ? parsed.data : null
  }
}
