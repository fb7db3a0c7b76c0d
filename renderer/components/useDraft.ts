import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ArgsOf } from '../../shared/ipc/contract.ts'
import { draftIdIn } from '../../shared/ipc/draftWorlds.ts'
import { call } from '../call.ts'
import { useWorld } from '../world.ts'

type Kind = ArgsOf<'draft.list'>['kind']
/** What is typed is kept this soon after the last key. */
const SETTLE_MS = 400

export interface Draft<Body> {
  /** What was left of an earlier time; undefined while it is being read, null: nothing. */
  readonly found: Body | null | undefined
  /** Keeps what is typed now; null: nothing worth keeping. */
  keep(body: Body | null): void
  /** It was recorded, or is no longer wanted. */
  discard(): void
}

/**
 * What is being typed survives a power cut: kept by the desk, on this console, under one id. A draft that cannot be kept is no
 * reason to disturb whoever types.
 * @param read makes sure that what was kept by an older version still has the form's shape; null: it has not.
 */
export function useDraft<Body extends object>(
  kind: Kind,
  name: string,
  read: (kept: unknown) => Body | null,
): Draft<Body> {
  const id = draftIdIn(useWorld(), name)
  const [found, setFound] = useState<Body | null | undefined>(undefined)
  const waiting = useRef<{ readonly timer: number; save(): void } | null>(null)
  const onFound = useEffectEvent((own: { readonly body: unknown } | undefined) => setFound(own ? read(own.body) : null))
  useEffect(() => {
    let over = false
    call('draft.list', { kind }).then(
      (drafts) => over || onFound(drafts.find((draft) => draft.id === id)),
      () => over || onFound(undefined),
    )
    return () => {
      over = true
      // Whoever leaves the page leaves nothing behind untold.
      waiting.current?.save()
    }
  }, [kind, id])
  const forget = useCallback(() => {
    if (waiting.current) window.clearTimeout(waiting.current.timer)
    waiting.current = null
  }, [])
  const discard = useCallback(() => {
    forget()
    call('draft.discard', { id }).catch(() => undefined)
  }, [id, forget])
  const keep = useCallback(
    (body: Body | null) => {
      forget()
      if (body === null) return discard()
      const json = JSON.parse(JSON.stringify(body)) as ArgsOf<'draft.save'>['body']
      const save = () => {
        forget()
        call('draft.save', { id, kind, body: json }).catch(() => undefined)
      }
      waiting.current = { timer: window.setTimeout(save, SETTLE_MS), save }
      return undefined
    },
    [id, kind, discard, forget],
  )
  return { found, keep, discard }
}
