import { isGap, type Milestone, marginOf } from '../../../shared/domain/review/milestones.ts'
import type { ReviewPage } from '../../../shared/domain/review/page.ts'

/** Kept, missed, running, or without a limit. */
export type Result = { readonly kind: 'none' | 'runs' } | { readonly kind: 'kept' | 'missed'; readonly by: number }

export function resultOf(line: Milestone, now: number): Result {
  if (!line.limit) return { kind: 'none' }
  const margin = marginOf(line, now)
  if (margin === null) return { kind: 'runs' }
  return margin >= 0 ? { kind: 'kept', by: margin } : { kind: 'missed', by: -margin }
}

/** How long after the call, and after the step before; null where a step has no time, or is the first. */
export function spansOf(
  lines: readonly Milestone[],
  receivedAt: number,
): readonly { readonly sinceCall: number | null; readonly sinceBefore: number | null }[] {
  let before: number | null = null
  return lines.map(({ at }) => {
    const spans = {
      sinceCall: at === null ? null : at - receivedAt,
      sinceBefore: at === null || before === null ? null : at - before,
    }
    before = at ?? before
    return spans
  })
}

/** Steps nobody reported, and figures nobody has made official. */
export function gapsOf({ lines, figures, now }: Pick<ReviewPage, 'lines' | 'figures' | 'now'>) {
  return {
    steps: lines.filter((line) => isGap(line, now)),
    figures: figures.filter(({ official }) => official === null).map(({ field }) => field),
  }
}
