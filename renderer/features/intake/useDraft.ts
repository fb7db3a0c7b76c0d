import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import type { DraftRecord } from '../../../shared/ipc/drafts.ts'
import { draftIdIn } from '../../../shared/ipc/draftWorlds.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { useWorld } from '../../world.ts'
import { emptyForm, formOfDraft, type IntakeForm, isEmpty, keyed } from './model.ts'
import { useDraftSaving } from './useDraftSaving.ts'

export interface DraftInHand {
  /** Of the form in hand; the call recorded from it takes it into its own id. */
  readonly id: string
  readonly form: IntakeForm
  /** Kept drafts that are not in hand, the last one typed first. */
  readonly others: readonly DraftRecord[]
  /** Two changes may come before the next drawing: each is made of the form as the one before left it. */
  change(change: (form: IntakeForm) => Partial<IntakeForm>): void
  flush(): void
  /** Takes a new form in hand; the one before was recorded. */
  begin(form: IntakeForm): void
  resume(id: string): void
  discard(id: string): Promise<void>
}

/** The form in hand, kept on disk while it is typed, and the other drafts. An empty form takes the time it is opened at. */
export function useDraft(open: boolean): DraftInHand {
  const client = useQueryClient()
  const saving = useDraftSaving()
  const kept = useDesk('draft.list', { kind: 'intake' }, ['draft'])
  const discarding = useAct('draft.discard')
  const world = useWorld()
  const newDraftId = () => draftIdIn(world, randomId())
  const [hand, setHand] = useState(() => ({ id: newDraftId(), form: emptyForm(Date.now()) }))
  const latest = useRef(hand)
  useLayoutEffect(() => {
    latest.current = hand
  }, [hand])
  const [wasOpen, setWasOpen] = useState(open)
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open && isEmpty(hand.form)) setHand({ ...hand, form: emptyForm(Date.now(), hand.form.claimedName) })
  }
  const readAgain = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'draft.list' })
  const others = (kept.data ?? []).filter(({ id }) => id !== hand.id)
  const take = (id: string, form: IntakeForm) => {
    setHand({ id, form })
    void readAgain()
  }
  return {
    ...hand,
    others,
    change(change) {
      const before = latest.current
      const form = keyed(before.form, change(before.form), Date.now())
      latest.current = { ...before, form }
      setHand(latest.current)
      saving.keep(before.id, form)
    },
    flush: saving.flush,
    begin(form) {
      saving.forget()
      take(newDraftId(), form)
    },
    resume(id) {
      const draft = others.find((one) => one.id === id)
      if (!draft) return
      saving.flush()
      take(id, formOfDraft(draft.body, draft.begunMs))
    },
    async discard(id) {
      await discarding.run({ id })
      await readAgain()
    },
  }
}

function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
