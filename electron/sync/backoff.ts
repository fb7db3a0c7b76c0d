import type { Random } from '../../shared/protocol/ports.ts'

export interface BackoffOptions {
  readonly firstMs: number
  readonly longestMs: number
}

export const BROADBAND_BACKOFF: BackoffOptions = { firstMs: 1_000, longestMs: 60_000 }

/**
 * How long to wait before try number `attempt` (1 is the first after a failure): doubling, and anywhere between half and the whole
 * of it, because a county's consoles all reconnect when the power returns.
 */
export function backoffMs(
  attempt: number,
  random: Pick<Random, 'fraction'>,
  { firstMs, longestMs }: BackoffOptions = BROADBAND_BACKOFF,
): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 20))
  return Math.max(firstMs, Math.round(whole * (0.5 + random.fraction() / 2)))
}
