import { type FormEvent, type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { Button } from '../../components/Button.tsx'
import { isPlainEnter } from '../../components/composition.ts'
import { useAct } from '../../components/useAct.ts'
import { useEntryDraft } from './useEntryDraft.ts'

/** The box for free entries, with its draft kept. Tells the line once it is durable. */
export function LogEntryForm({ onEntered }: { onEntered(line: LogLine): void }) {
  const draft = useEntryDraft()
  const enter = useAct('log.enter')
  const running = useRef(false)
  const submit = async () => {
    const { text } = draft
    // A second Enter can come before the page has drawn that the first is under way.
    if (text.trim() === '' || running.current) return
    running.current = true
    const outcome = await enter.run({ at: Date.now(), text })
    running.current = false
    if (!outcome.ok) return
    onEntered(outcome.value)
    draft.recorded(text)
  }
  return (
    <LogEntryFormView
      text={draft.text}
      pending={enter.pending}
      onText={draft.change}
      onLeave={draft.flush}
      onSubmit={() => void submit()}
    />
  )
}

export interface LogEntryFormViewProps {
  readonly text: string
  readonly pending: boolean
  onText(text: string): void
  /** The focus left the box. */
  onLeave(): void
  onSubmit(): void
}

export function LogEntryFormView({ text, pending, onText, onLeave, onSubmit }: LogEntryFormViewProps) {
  const { t } = useTranslation('log')
  // Here Enter saves and Shift+Enter begins a line: entries are one sentence most of the time.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainEnter(event)) return
    event.preventDefault()
    onSubmit()
  }
  return (
    <form
      className="log-entry"
      aria-label={t('entry.title')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <textarea
        className="input"
        rows={1}
        maxLength={10_000}
        aria-label={t('entry.title')}
        placeholder={t('entry.hint')}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
      />
      <Button submit kind="primary" hotkey="Enter" pending={pending} disabled={text.trim() === ''}>
        {t('entry.save')}
      </Button>
    </form>
  )
}
