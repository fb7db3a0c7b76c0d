import type { JsonObject } from './canonical.ts'

/**
 * A device whose unacknowledged events collide with others of the same identity (a restored backup, two devices with one key)
 * writes them again in a new epoch: same body, and the hash of the first writing under this member. Wherever both are known the
 * first counts no more, so that nothing is applied twice; it stays in the log.
 */
const MEMBER = 'reissueOf'

/** 64 digits of the hash that the event is written in place of, or null. */
export function reissueOf(body: JsonObject): string | null {
  const hash = body[MEMBER]
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : null
}

/** The body of the second writing. */
export function asReissue(body: JsonObject, hash: string): JsonObject {
  return { ...body, [MEMBER]: hash }
}

/** The body as it was the first time. */
export function withoutReissue(body: JsonObject): JsonObject {
  if (!(MEMBER in body)) return body
  const { [MEMBER]: _, ...rest } = body
  return rest
}
