import { useEffect, useRef, useState } from 'react'
import { call } from '../../call.ts'
import { useNotices } from '../../components/notices.ts'
import { type IntakeForm, isEmpty } from './model.ts'

/** Nobody types so fast that a power cut could take more than a word. */
const PAUSE_MS = 250

export interface DraftSaving {
  /** What is typed now; kept after a short pause. */
  keep(id: string, form: IntakeForm): void
  /** Keeps it at once: the focus left a field, the form is put away. */
  flush(): void
  /** The form was recorded or discarded: a late keystroke must not bring its draft back. */
  forget(): void
}

/** Keeps the form being typed as a draft of this console, in the order it was typed. */
export function useDraftSaving(): DraftSaving {
  const { tellError } = useNotices()
  const [saving] = useState(() => createDraftSaving(tellError))
  const latest = useRef(saving)
  useEffect(() => {
    const { flush } = latest.current
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      // The form goes with its world when a drill is left for a real call.
      flush()
    }
  }, [])
  return saving
}

function createDraftSaving(onProblem: (error: unknown) => void): DraftSaving {
  let waiting: { readonly id: string; readonly form: IntakeForm } | null = null
  let timer = 0
  let line: Promise<unknown> = Promise.resolve()
  const flush = () => {
    window.clearTimeout(timer)
    if (!waiting) return
    const { id, form } = waiting
    waiting = null
    line = line
      .then(() =>
        // Emptied by hand: there is nothing left to offer.
        isEmpty(form)
          ? call('draft.discard', { id })
          : call('draft.save', { id, kind: 'intake', body: { ...form, figures: { ...form.figures } } }),
      )
      .catch(onProblem)
  }
  return {
    keep(id, form) {
      waiting = { id, form }
      window.clearTimeout(timer)
      timer = window.setTimeout(flush, PAUSE_MS)
    },
    flush,
    forget() {
      window.clearTimeout(timer)
      waiting = null
    },
  }
}
