import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { LogFilter, LogLine, LogPage } from '../../../shared/ipc/log.ts'
import { call } from '../../call.ts'
import { useChanges } from '../../changeFeed.ts'
import { continued, EMPTY_FEED, type Feed, inserted, refreshed } from './feed.ts'

/** More than a tall screen shows, and no more: all of them are new in each redraw of a catch-up. */
const PAGE = 40
/** So many lines at most are read again when something changed; what lies further down was read when it was scrolled to. */
const REFRESHED = 500

export interface LogFeed extends Feed {
  /** `reading` until the filter's first page has come; its old lines stay on screen meanwhile. */
  readonly state: 'reading' | 'ready' | 'failed'
  readMore(): void
  show(line: LogLine): void
}

/** The duty log under a filter, kept up to date, older lines on demand. */
export function useLogFeed(filter: LogFilter): LogFeed {
  const [feed, setFeed] = useState<Feed>(EMPTY_FEED)
  const [state, setState] = useState<LogFeed['state']>('reading')
  const latest = useRef({ feed, filter, reading: false, again: false })
  latest.current.feed = feed

  const refresh = useCallback(async (fresh: boolean) => {
    const now = latest.current
    // One read at a time: what changes during it is read right after it.
    if (now.reading) {
      now.again = true
      return
    }
    now.reading = true
    const asked = now.filter
    try {
      const limit = fresh ? PAGE : Math.min(REFRESHED, Math.max(PAGE, now.feed.lines.length))
      const page: LogPage = await call('log.page', { filter: asked, before: null, limit })
      if (asked === now.filter) {
        // What came from elsewhere is drawn in between; the line that somebody has just entered is not kept waiting for it.
        startTransition(() => {
          setFeed((old) => refreshed(fresh ? EMPTY_FEED : old, page))
          setState('ready')
        })
      }
    } catch {
      setState('failed')
    } finally {
      now.reading = false
      if (now.again) {
        now.again = false
        void refresh(asked !== now.filter)
      }
    }
  }, [])

  useEffect(() => {
    // The same filter again means that the room was hidden meanwhile: what was scrolled to stays.
    const isNew = latest.current.filter !== filter || latest.current.feed === EMPTY_FEED
    latest.current.filter = filter
    void refresh(isNew)
  }, [filter, refresh])
  useChanges(null, () => void refresh(false))

  const readMore = useCallback(async () => {
    const now = latest.current
    const { next } = now.feed
    if (now.reading || next === null) return
    now.reading = true
    const asked = now.filter
    try {
      const page = await call('log.page', { filter: asked, before: next, limit: PAGE })
      if (asked === now.filter) setFeed((old) => continued(old, page))
    } catch {
      setState('failed')
    } finally {
      now.reading = false
      if (now.again) {
        now.again = false
        void refresh(asked !== now.filter)
      }
    }
  }, [refresh])

  return {
    ...feed,
    state,
    readMore: () => void readMore(),
    show: (line) => setFeed((old) => inserted(old, line)),
  }
}
