import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../call.ts'

/** There is one entry box a console, and so one draft. */
const ID = 'logentry'
/** So long nothing is typed before the draft goes to disk; leaving the box writes it at once. */
const QUIET_MS = 300

interface EntryDraft {
  readonly text: string
  change(text: string): void
  /** What was typed is recorded: if nothing was added since, the box is empty and the draft gone. */
  recorded(text: string): void
  /** Writes what waits. */
  flush(): void
}

/** Text of the entry box. It is on disk some tenths of a second after it was typed, and back after a crash or power cut. */
export function useEntryDraft(): EntryDraft {
  const [text, setText] = useState('')
  const latest = useRef({ text: '', saved: '', timer: 0 })

  useEffect(() => {
    const now = latest.current
    call('draft.list', { kind: 'log' }).then(
      (drafts) => {
        const kept = drafts.find(({ id }) => id === ID)?.body.text
        if (typeof kept !== 'string' || now.text !== '') return
        now.text = kept
        now.saved = kept
        setText(kept)
      },
      // Without the old draft the box is empty; a new one is kept all the same.
      () => undefined,
    )
  }, [])

  const flush = useCallback(() => {
    const now = latest.current
    window.clearTimeout(now.timer)
    if (now.text === now.saved) return
    const { text: typed } = now
    const saving =
      typed === ''
        ? call('draft.discard', { id: ID })
        : call('draft.save', { id: ID, kind: 'log', body: { text: typed } })
    saving.then(
      () => {
        now.saved = typed
      },
      // The text is still in the box, and the next key tries again.
      () => undefined,
    )
  }, [])

  const change = useCallback(
    (typed: string) => {
      const now = latest.current
      now.text = typed
      setText(typed)
      window.clearTimeout(now.timer)
      now.timer = window.setTimeout(flush, QUIET_MS)
    },
    [flush],
  )

  const recorded = useCallback(
    (typed: string) => {
      if (latest.current.text !== typed) return
      change('')
      flush()
    },
    [change, flush],
  )

  return { text, change, recorded, flush }
}
