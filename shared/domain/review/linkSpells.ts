import type { ReviewLine } from './page.ts'

/** How a console reached its county: not at all, over a satellite alone, or over anything better. */
export const LINK_WAYS = ['none', 'satellite', 'wide'] as const
export type LinkWay = (typeof LINK_WAYS)[number]

/** A stretch of time (ms) that a console saw itself in. */
export interface LinkSpell {
  readonly way: LinkWay
  readonly from: number
  readonly until: number
}

/** Spells worth a line: those without a link, and those on a satellite. */
export interface LinkRecord {
  readonly spells: readonly (LinkSpell & { readonly way: Exclude<LinkWay, 'wide'>; readonly goesOn: boolean })[]
  /** How much of the time the console's own record covers. */
  readonly recorded: 'all' | 'part' | 'none'
}

/** A console that starts, or starts again, needs that long to know how it stands. */
const UNKNOWN_AT_MOST_MS = 3 * 60_000

/** A spell that goes on is carried on once a minute. */
const GOES_ON_MS = 2 * 60_000

/** What the record of a console, oldest first, says of a time. @param until null: up to `now` */
export function linkRecord(
  spells: readonly LinkSpell[],
  { from, until: end, now }: { readonly from: number; readonly until: number | null; readonly now: number },
): LinkRecord {
  const until = end ?? now
  const covered = spells.reduce(
    (sum, one) => sum + Math.max(0, Math.min(one.until, until) - Math.max(one.from, from)),
    0,
  )
  const recorded = covered <= 0 ? 'none' : until - from - covered <= UNKNOWN_AT_MOST_MS ? 'all' : 'part'
  return {
    recorded,
    spells: spells.flatMap((one, index) => {
      if (one.way === 'wide') return []
      const goesOn = end === null && index === spells.length - 1 && now - one.until <= GOES_ON_MS
      return [{ ...one, way: one.way, goesOn }]
    }),
  }
}

/** Which sentence says how far the record goes. */
export function recordWords({ recorded, spells }: LinkRecord): LinkRecord['recorded'] | 'allGood' {
  return recorded === 'all' && spells.length === 0 ? 'allGood' : recorded
}

/** A row of the timeline: a step, or how the link stood meanwhile. */
export type TimelineRow =
  | { readonly row: 'step'; readonly line: ReviewLine }
  | { readonly row: 'link'; readonly spell: LinkRecord['spells'][number] }

/**
 * Steps and spells in one order; a step without a time stays where it stands among the steps, just before the next that has one.
 */
export function timelineRows(
  lines: readonly ReviewLine[],
  { spells }: Pick<LinkRecord, 'spells'>,
): readonly TimelineRow[] {
  const asRows = (some: typeof spells) => some.map((spell): TimelineRow => ({ row: 'link', spell }))
  let before = Number.NEGATIVE_INFINITY
  const rows = lines.flatMap((line, index): readonly TimelineRow[] => {
    const at = nextTime(lines.slice(index))
    const since = spells.filter(({ from }) => from > before && from <= at)
    before = Math.max(before, at)
    return [...asRows(since), { row: 'step', line }]
  })
  return [...rows, ...asRows(spells.filter(({ from }) => from > before))]
}

/** Of the first that has one; none has: after everything. */
function nextTime(lines: readonly ReviewLine[]): number {
  for (const { at, limit } of lines) {
    const known = at ?? limit?.dueAt
    if (known !== undefined) return known
  }
  return Number.POSITIVE_INFINITY
}
