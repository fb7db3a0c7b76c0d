import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { useListEntry } from '../../components/useListEntry.ts'
import { buttonsIn, walkFocus } from '../../components/walkFocus.ts'
import { type EntryAct, LogLineView } from './LogLineView.tsx'
import { byDay, placeOf } from './model.ts'

export interface LogListProps {
  readonly lines: readonly LogLine[]
  /** There are older lines to read. */
  readonly more: boolean
  readonly person: string
  onMore(): void
  onAct(act: EntryAct, line: LogLine): void
  onOpen(line: LogLine): void
}

/** The log by day, newest first; older lines come as it is scrolled. Arrows walk from line to line, Enter or a click opens what it speaks of. */
export function LogList({ lines, more, person, onMore, onAct, onOpen }: LogListProps) {
  const { t } = useTranslation('log')
  const reached = useRef(onMore)
  useEffect(() => {
    reached.current = onMore
  })
  const [watchEnd] = useState(() => (element: HTMLDivElement | null) => {
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && reached.current(), {
      root: element.closest('.log-scroll'),
      rootMargin: '600px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  })
  const openFrom = (article: Element | null) => {
    const line = lines.find(({ id }) => String(id) === article?.getAttribute('data-line'))
    if (line && placeOf(line)) onOpen(line)
  }
  const list = useRef<HTMLDivElement>(null)
  useListEntry(() => {
    const [first] = buttonsIn(list.current, 'article')
    first?.focus()
    return first !== undefined
  })
  let place = 0
  return (
    <div ref={list} className="log-list">
      {byDay(lines).map(({ day, lines: ofDay }) => (
        <section key={day} aria-label={day}>
          <h2 className="log-day">
            {t('day', { day, weekday: t(`common:weekday.${new Date(`${day}T00:00:00Z`).getUTCDay()}`) })}
          </h2>
          {/* The pattern for lists that grow while they are read: each article can be focused and knows its place. */}
          <div
            role="feed"
            aria-label={t('feed', { day })}
            onKeyDown={(event) => walk(event, openFrom)}
            onClick={(event) => openFrom(clicked(event))}
          >
            {ofDay.map((line) => (
              <LogArticle
                key={line.id}
                line={line}
                place={++place}
                size={more ? -1 : lines.length}
                person={person}
                onAct={onAct}
              />
            ))}
          </div>
        </section>
      ))}
      {/* Anew after each page: one shorter than the margin never leaves the view, and would not be told again. */}
      {more ? <div key={lines.length} ref={watchEnd} className="log-end" aria-hidden="true" /> : null}
    </div>
  )
}

interface LogArticleProps {
  readonly line: LogLine
  /** From 1, the newest. */
  readonly place: number
  /** How many there are, -1 when not known. */
  readonly size: number
  readonly person: string
  onAct(act: EntryAct, line: LogLine): void
}

/** A line as one stop of the keyboard. Its buttons are made when somebody comes near: a hundred lines have two hundred of them. */
const LogArticle = memo(function LogArticle({ line, place, size, person, onAct }: LogArticleProps) {
  const [near, setNear] = useState(false)
  const come = () => setNear(true)
  const opens = placeOf(line) !== null
  return (
    <article
      className="log-line"
      data-line={line.id}
      data-opens={opens ? '' : undefined}
      aria-keyshortcuts={opens ? 'Enter' : undefined}
      tabIndex={place === 1 ? 0 : -1}
      aria-posinset={place}
      aria-setsize={size}
      onPointerEnter={come}
      onFocus={come}
    >
      <LogLineView line={line} person={person} near={near} onAct={onAct} />
    </article>
  )
})

/** The line that was clicked; not when one of its buttons was meant, or words were being marked to be copied. */
function clicked({ target }: MouseEvent<HTMLElement>): Element | null {
  if (!(target instanceof Element) || target.closest('button') || getSelection()?.isCollapsed === false) return null
  return target.closest('article')
}

/** Up, Down, Page Up, Page Down, Home and End move the focus among the lines; Enter opens. */
function walk(event: KeyboardEvent<HTMLElement>, open: (article: Element) => void): void {
  const current = (event.target as Element).closest('article')
  if (!current || event.target !== current) return
  if (event.key === 'Enter') open(current)
  walkFocus(event, buttonsIn(current.closest('.log-list'), 'article'))
}
