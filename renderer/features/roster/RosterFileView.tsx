import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import './roster.css'

export interface RosterFileViewProps {
  /** Name of the file being read, or null. */
  readonly reading: string | null
  /** Why the last file could not be read, in words. */
  readonly problem: string | null
  onFile(file: File): void
  onStop(): void
  onTemplate(): void
  onClose(): void
}

/** First step: which file. By the system's dialog, or dropped. */
export function RosterFileView({ reading, problem, onFile, onStop, onTemplate, onClose }: RosterFileViewProps) {
  const { t } = useTranslation('roster')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div className="room">
      <RoomHeader title={t('title')}>
        <Button onClick={onTemplate}>{t('file.template')}</Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </RoomHeader>
      <section
        className="roster-drop panel"
        aria-label={t('file.title')}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file) onFile(file)
        }}
      >
        {problem === null ? null : (
          <p className="roster-problem" role="alert">
            {problem}
          </p>
        )}
        <p className="roster-hint">{t('file.hint')}</p>
        <input
          ref={input}
          hidden
          type="file"
          accept=".xlsx,.csv,.txt,.xls,.et,.ods"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            // The same file again, mended meanwhile, must count as a new choice.
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
        {reading === null ? (
          <>
            {/* biome-ignore lint/a11y/noAutofocus: the only thing to do here */}
            <button type="button" className="button button-primary" autoFocus onClick={() => input.current?.click()}>
              {t('file.choose')}
            </button>
            <p className="muted">{t('file.drop')}</p>
          </>
        ) : (
          <div className="roster-reading" role="status">
            <progress aria-label={t('file.reading', { file: reading })} />
            <span>{t('file.reading', { file: reading })}</span>
            <Button size="small" onClick={onStop}>
              {t('file.stop')}
            </Button>
          </div>
        )}
      </section>
    </div>
  )
}
