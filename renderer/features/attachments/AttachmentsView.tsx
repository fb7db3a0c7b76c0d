import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentLine } from '../../../shared/ipc/attachments.ts'
import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import { AttachmentCardView } from './AttachmentCardView.tsx'
import { shownOf } from './model.ts'
import type { Adding } from './useAdding.ts'
import './attachments.css'

export interface AttachmentsViewProps {
  /** Null while they are read for the first time. */
  readonly lines: readonly AttachmentLine[] | null
  readonly adding: readonly Adding[]
  /** Whether files may be added: the incident is a case of its own. */
  readonly open: boolean
  /** Endings for the file dialog. */
  readonly accept: string
  readonly inputId: string
  pictureOf(line: AttachmentLine): ReactNode
  onFiles(files: readonly File[]): void
  onOpen(id: string): void
}

/** Photos and documents of an incident: a strip, with the ways to add more (button, drop, paste). */
export function AttachmentsView(props: AttachmentsViewProps) {
  const { lines, adding, open, accept, inputId, pictureOf, onFiles, onOpen } = props
  const { t } = useTranslation('attachments')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [all, setAll] = useState(false)
  const { shown, withdrawn } = shownOf(lines ?? [], all)
  return (
    <Panel
      title={shown.length > 0 ? t('titleCount', { count: shown.length }) : t('title')}
      actions={
        <>
          {withdrawn > 0 ? (
            <Button size="small" kind="quiet" onClick={() => setAll(!all)}>
              {all ? t('hideWithdrawn') : t('showWithdrawn', { count: withdrawn })}
            </Button>
          ) : null}
          {open ? (
            <Button size="small" hotkey="A" onClick={() => input.current?.click()}>
              {t('add')}
            </Button>
          ) : null}
        </>
      }
    >
      <section
        className="attachments"
        aria-label={t('title')}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          if (open) setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          if (open) onFiles([...event.dataTransfer.files])
        }}
      >
        <input
          ref={input}
          id={inputId}
          hidden
          multiple
          type="file"
          accept={accept}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            // The same file again, after it was refused, must count as a new choice.
            event.target.value = ''
            onFiles(files)
          }}
        />
        {shown.length > 0 ? (
          <ul className="attachment-strip">
            {shown.map((line) => (
              <li key={line.id}>
                <AttachmentCardView line={line} picture={pictureOf(line)} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        ) : null}
        {adding.length > 0 ? (
          <ul className="attachment-adding" aria-live="polite">
            {adding.map(({ key, name, percent }) => (
              <li key={key}>
                <progress max={100} value={percent} aria-label={t('adding', { name, percent })} />
                {t('adding', { name, percent })}
              </li>
            ))}
          </ul>
        ) : null}
        {lines && open && adding.length === 0 ? (
          <p className="muted">{over ? t('drop') : shown.length > 0 ? t('hint') : t('empty')}</p>
        ) : null}
        {lines && !open && shown.length === 0 ? <p className="muted">{t('none')}</p> : null}
      </section>
    </Panel>
  )
}
