import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { errorSentence } from './errorSentence.ts'
import { type Notice, withNotice, withoutProblems } from './noticeList.ts'
import { type NoticeBoard, NoticeContext } from './notices.ts'
import { ShapeIcon } from './ShapeIcon.tsx'
import type { Tone } from './StatusTag.tsx'

const GOOD_NEWS_MS = 4_000

/** The one calm place where the desk answers an act: bottom right, never modal, never over the field being typed in. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation()
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const nextId = useRef(1)
  const putAway = useCallback((id: number) => setNotices((old) => old.filter((notice) => notice.id !== id)), [])
  const putAwayProblems = useCallback(() => setNotices(withoutProblems), [])
  const board = useMemo((): NoticeBoard => {
    const tell = (tone: Tone, text: string) => {
      const id = nextId.current++
      setNotices((old) => withNotice(old, { id, tone, text }))
      if (tone === 'good') setTimeout(() => putAway(id), GOOD_NEWS_MS)
    }
    return {
      tell,
      tellError(error) {
        const sentence = errorSentence(error, i18n)
        tell('bad', sentence)
        return sentence
      },
      retract: (text) => setNotices((old) => old.filter((notice) => notice.text !== text)),
      putAwayProblems,
    }
  }, [i18n, putAway, putAwayProblems])
  useEffect(() => {
    // Escape does besides what it does anyway.
    const listener = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) putAwayProblems()
    }
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [putAwayProblems])
  return (
    <NoticeContext value={board}>
      {children}
      <NoticesView notices={notices} onPutAway={putAway} />
    </NoticeContext>
  )
}

export interface NoticesViewProps {
  readonly notices: readonly Notice[]
  onPutAway(id: number): void
}

export function NoticesView({ notices, onPutAway }: NoticesViewProps) {
  const { t } = useTranslation()
  const region = useRef<HTMLElement>(null)
  // In the browser's top layer, and on top again with each sentence: an open dialog must not hide why it was refused.
  useEffect(() => {
    const element = region.current
    if (!element?.showPopover) return
    if (element.matches(':popover-open')) element.hidePopover()
    if (notices.length > 0) element.showPopover()
  }, [notices])
  return (
    <section ref={region} className="notices" popover="manual" aria-label={t('notices.title')} aria-live="polite">
      {notices.map(({ id, tone, text }) => (
        <div key={id} className="notice" data-tone={tone}>
          <span className="mark" data-tone={tone}>
            <ShapeIcon shape={tone === 'bad' ? 'octagon' : tone === 'good' ? 'check' : 'triangle'} />
          </span>
          <p>{text}</p>
          <Button kind="quiet" size="small" label={t('notices.putAway')} onClick={() => onPutAway(id)}>
            <ShapeIcon shape="cross" />
          </Button>
        </div>
      ))}
    </section>
  )
}
