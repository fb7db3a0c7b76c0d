import type { LogLine, LogPage } from '../../../shared/ipc/log.ts'

/** What of the log is on screen: newest first, without a gap from the newest line down to `next`. */
export interface Feed {
  readonly lines: readonly LogLine[]
  /** Where older lines go on; null at the beginning of the log. */
  readonly next: LogPage['next']
}

export const EMPTY_FEED: Feed = { lines: [], next: null }

/**
 * Puts a newly read newest page in place of what it covers. Lines that are as they were keep their identity. Older lines stay
 * when the page ends with a line they followed; if not, records have come in between, and what is older is read when somebody
 * scrolls there.
 */
export function refreshed(feed: Feed, page: LogPage): Feed {
  const known = new Map(feed.lines.map((line) => [line.id, line]))
  const fresh = page.lines.map((line) => same(known.get(line.id), line))
  const { next } = page
  const lines = withLater(feed, fresh)
  if (next === null) return { lines, next: null }
  const older = feed.lines.filter((line) => isOlder(line, next))
  return known.has(next.id) && older.length > 0 ? { lines: [...lines, ...older], next: feed.next } : { lines, next }
}

/** With the lines that were recorded here while the page was read: a number above all of its own. */
function withLater({ lines }: Feed, page: readonly LogLine[]): readonly LogLine[] {
  const last = page.at(-1)
  const highest = page.reduce((most, { id }) => Math.max(most, id), 0)
  const later = lines.filter((line) => line.id > highest && last !== undefined && !isOlder(line, last))
  return later.length === 0 ? page : [...page, ...later].toSorted((a, b) => (isOlder(a, b) ? 1 : -1))
}

/** Adds the page that follows the oldest line. */
export function continued(feed: Feed, page: LogPage): Feed {
  const known = new Set(feed.lines.map((line) => line.id))
  return { lines: [...feed.lines, ...page.lines.filter((line) => !known.has(line.id))], next: page.next }
}

/** Adds one line that was just written, so that it is seen before anything is read again. */
export function inserted(feed: Feed, line: LogLine): Feed {
  if (feed.lines.some(({ id }) => id === line.id)) return feed
  const at = feed.lines.findIndex((other) => isOlder(other, line))
  const place = at < 0 ? feed.lines.length : at
  return { ...feed, lines: [...feed.lines.slice(0, place), line, ...feed.lines.slice(place)] }
}

function isOlder(line: { atMs: number; id: number }, than: { atMs: number; id: number }): boolean {
  return line.atMs < than.atMs || (line.atMs === than.atMs && line.id < than.id)
}

function same(old: LogLine | undefined, line: LogLine): LogLine {
  return old && JSON.stringify(old) === JSON.stringify(line) ? old : line
}
