import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { Button } from '../../components/Button.tsx'
import { isPlainEnter } from '../../components/composition.ts'
import { useAct } from '../../components/useAct.ts'
import { keepDraft, readDraft } from './draft.ts'

/** The box for free entries, with its draft kept. Tells the line once it is durable. */
export function LogEntryForm({ onEntered }: { onEntered(line: LogLine): void }) {
  const [text, setText] = useState(() => readDraft(localStorage))
  const enter = useAct('log.enter')
  const change = (next: string) => {
    setText(next)
    keepDraft(localStorage, next)
  }
  const submit = async () => {
    if (text.trim() === '' || enter.pending) return
    const outcome = await enter.run({ at: Date.now(), text })
    if (!outcome.ok) return
    // What was typed after Enter stays.
    setText((now) => {
      const rest = now === text ? '' : now
      keepDraft(localStorage, rest)
      return rest
    })
    onEntered(outcome.value)
  }
  return <LogEntryFormView text={text} pending={enter.pending} onText={change} onSubmit={() => void submit()} />
}

export interface LogEntryFormViewProps {
  readonly text: string
  readonly pending: boolean
  onText(text: string): void
  onSubmit(): void
}

export function LogEntryFormView({ text, pending, onText, onSubmit }: LogEntryFormViewProps) {
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
        onKeyDown={onKeyDown}
      />
      <Button submit kind="primary" hotkey="Enter" pending={pending} disabled={text.trim() === ''}>
        {t('entry.save')}
      </Button>
    </form>
  )
}
