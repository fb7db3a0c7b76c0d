import { expect, it } from 'vitest'
import { continued, EMPTY_FEED, type Feed, inserted, refreshed } from '../../../../renderer/features/log/feed.ts'
import type { LogLine } from '../../../../shared/ipc/log.ts'

const line = (id: number, atMs: number, part: Partial<LogLine> = {}): LogLine => ({
  id,
  version: `v${id}`,
  atMs,
  kind: 'log.entered',
  entity: `log-${id}`,
  body: { at: atMs, text: String(id) },
  author: null,
  approver: null,
  origin: 'd1',
  flags: 0,
  delivery: 'stored',
  concurrent: false,
  ineffective: false,
  label: '',
  entry: null,
  ...part,
})
const at = ({ atMs, id }: LogLine) => ({ atMs, id })
const ids = (feed: Feed) => feed.lines.map(({ id }) => id)

const [a, b, c, d] = [line(1, 10), line(2, 20), line(3, 30), line(4, 40)]
const twoPages = continued(refreshed(EMPTY_FEED, { lines: [d, c], next: at(c) }), { lines: [b, a], next: null })

it('reads on where it stopped', () => {
  expect([ids(twoPages), twoPages.next]).toEqual([[4, 3, 2, 1], null])
})

it('takes in what arrived late, in its place, and keeps the older pages', () => {
  const late = line(9, 35)
  const feed = refreshed(twoPages, { lines: [d, late, c], next: at(c) })
  expect([ids(feed), feed.next]).toEqual([[4, 9, 3, 2, 1], null])
})

it('drops what is no longer in the log, such as an event that was written again', () => {
  expect(ids(refreshed(twoPages, { lines: [d, b], next: at(b) }))).toEqual([4, 2, 1])
})

it('keeps the identity of lines that did not change, so that only changed ones are drawn', () => {
  const feed = refreshed(twoPages, { lines: [{ ...d, delivery: 'delivered' }, { ...c }], next: at(c) })
  expect(feed.lines[0]).not.toBe(d)
  expect(feed.lines[1]).toBe(c)
})

it('shows a written line at once, in its place and only once', () => {
  const written = line(5, 25)
  const feed = inserted(inserted(twoPages, written), written)
  expect(ids(feed)).toEqual([4, 3, 5, 2, 1])
  expect(ids(inserted(EMPTY_FEED, written))).toEqual([5])
})

it('goes on from the last line of a page when nothing older was read', () => {
  const feed = refreshed(EMPTY_FEED, { lines: [d, c], next: at(c) })
  expect(feed.next).toEqual({ atMs: 30, id: 3 })
})

it('leaves no gap when more came at once than a page holds', () => {
  const own = inserted(twoPages, line(8, 80))
  const [f, g] = [line(6, 60), line(7, 70)]
  const feed = refreshed(own, { lines: [line(8, 80), g, f], next: at(f) })
  expect([ids(feed), feed.next]).toEqual([[8, 7, 6], at(f)])
})

it('keeps a line that was entered while the page was read', () => {
  const entered = line(8, 45)
  const feed = refreshed(inserted(twoPages, entered), { lines: [d, c], next: at(c) })
  expect(ids(feed)).toEqual([8, 4, 3, 2, 1])
})
