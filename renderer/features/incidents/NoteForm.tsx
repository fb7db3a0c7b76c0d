import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { isComposing, isPlainEnter } from '../../components/composition.ts'
import './incidents.css'

export interface NoteFormProps {
  readonly pending: boolean
  /** Id of the field, so that a key can put the focus there. */
  readonly id: string
  /** What was left of an earlier time; '' when there was nothing, or it is still being read. */
  readonly kept: string
  /** Told with every key, for the draft. */
  onTyped(text: string): void
  /** @returns whether it was recorded; else the text stays. */
  onNote(text: string): Promise<boolean>
}

/** A note on the incident: Enter records it, Shift+Enter is a new line. */
export function NoteForm({ pending, id, kept, onTyped, onNote }: NoteFormProps) {
  const { t } = useTranslation('incidents')
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? kept
  // What stands in the field now, for the answer to what was sent.
  const latest = useRef<string | null>(null)
  const change = (next: string) => {
    latest.current = next
    setTyped(next)
    onTyped(next)
  }
  const record = async () => {
    if (text.trim() === '' || pending) return
    // What was typed on while it was written is the next note.
    if ((await onNote(text.trim())) && (latest.current ?? text) === text) change('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event)) {
      // Out of the field, not out of the incident.
      event.stopPropagation()
      if (event.target instanceof HTMLElement) event.target.blur()
    }
    if (!isPlainEnter(event)) return
    event.preventDefault()
    if (!event.repeat) void record()
  }
  return (
    <form
      className="incident-note"
      aria-label={t('note.label')}
      onSubmit={(event) => {
        event.preventDefault()
        void record()
      }}
    >
      <textarea
        id={id}
        className="input"
        rows={1}
        maxLength={10_000}
        spellCheck={false}
        aria-label={t('note.label')}
        placeholder={t('note.hint')}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKey}
      />
      <Button submit pending={pending} hotkey="Enter">
        {t('note.record')}
      </Button>
    </form>
  )
}
