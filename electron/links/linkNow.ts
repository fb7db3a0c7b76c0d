import type { LinkNow, LinkSettings } from '../../shared/ipc/links.ts'
import { LANES } from '../../shared/protocol/lanes.ts'
import type { LinkReport } from '../sync/linkReport.ts'
import type { LinkRules } from './linkRules.ts'

type Pending = readonly [flash: number, command: number, routine: number]

/** A configured link as the link room shows it; `report` is null while there is no county to speak with. */
export function linkNow(
  settings: LinkSettings,
  report: LinkReport | null,
  pending: Pending,
  rules: LinkRules,
  now: number,
): LinkNow {
  if (!report) {
    return {
      settings,
      state: 'down',
      reason: 'notEnrolled',
      since: now,
      nextTryAt: null,
      roundTripMs: null,
      carries: [],
      today: { sent: 0, received: 0, billed: 0 },
      seconds: [null, null, null],
    }
  }
  const { state, reason, since, nextTryAt, roundTripMs, carries, use, mode } = report
  const { sent, received, billed } = use
  return {
    settings: { ...settings, mode },
    state,
    reason,
    since,
    nextTryAt,
    roundTripMs,
    carries,
    today: { sent, received, billed },
    seconds: estimateSeconds(settings, report, pending, rules),
  }
}

/** Lanes go one after the other, the urgent first; each takes its bytes at the link's rate and one round trip for the answer. */
function estimateSeconds(
  { bitRate, kind }: LinkSettings,
  { bytesPerEvent, roundTripMs, allowed }: LinkReport,
  pending: Pending,
  rules: LinkRules,
): readonly (number | null)[] {
  const size = (bytesPerEvent ?? rules.kinds[kind].eventBytes) + 1
  let bytes = 0
  return LANES.map((lane) => {
    if (!allowed.includes(lane)) return null
    bytes += pending[lane] * size
    return bytes === 0 ? 0 : (bytes * 8) / bitRate + (roundTripMs ?? 0) / 1_000
  })
}
