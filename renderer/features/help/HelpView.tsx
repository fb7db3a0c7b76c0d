import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import type { Manual } from './manual.ts'
import { listPages } from './model.ts'
import { PageList } from './PageList.tsx'
import { PageText } from './PageText.tsx'
import './help.css'

export interface HelpViewProps {
  /** Null while it is read from disk. */
  readonly manual: Manual | null
  /** The open page. */
  readonly page: string
  /** What is looked for. */
  readonly typed: string
  onPage(page: string): void
  onTyped(typed: string): void
  onPrint(): void
  onClose(): void
}

/** The manual: at the left its pages, at the right the open one. The list has the focus; Page Up and Page Down turn the text. */
export function HelpView({ manual, page, typed, onPage, onTyped, onPrint, onClose }: HelpViewProps) {
  const { t } = useTranslation('help')
  const element = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLElement>(null)
  const ready = manual !== null
  // The dialog gives the focus to its first field: whoever asked for help reads first and looks for words after.
  useEffect(() => {
    if (ready) element.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [ready])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its top
  useEffect(() => {
    // It answers with a promise in newer browsers, which is no way to end an effect.
    text.current?.scrollTo({ top: 0 })
  }, [page])
  const onKey = (event: KeyboardEvent) => {
    const turn = { PageDown: 0.85, PageUp: -0.85 }[event.key]
    if (turn !== undefined && text.current) text.current.scrollBy({ top: turn * text.current.clientHeight })
    else if (event.ctrlKey && event.key.toLowerCase() === 'p') onPrint()
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t('title')} wide onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that work from everything in it */}
      <div ref={element} className="help" aria-busy={!ready} onKeyDown={onKey}>
        <div className="help-side">
          <input
            type="text"
            className="input"
            aria-label={t('search')}
            placeholder={t('search')}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => onTyped(event.target.value)}
          />
          {manual ? <PageList groups={listPages(manual, typed)} page={page} onPage={onPage} /> : null}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section ref={text} className="help-page" aria-label={t('text')} tabIndex={0}>
          {manual ? <PageText text={manual[page] ?? ''} onPage={onPage} /> : null}
        </section>
      </div>
      <div className="dialog-buttons help-foot">
        <span className="muted">{t('keys')}</span>
        <Button hotkey="Ctrl+P" onClick={onPrint}>
          {t('print')}
        </Button>
        <Button hotkey="Esc" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}
