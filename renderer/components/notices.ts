import { createContext, useContext } from 'react'
import type { Tone } from './StatusTag.tsx'

export interface NoticeBoard {
  /** Tells one sentence in the calm corner. Good news goes by itself; anything else stays until it is put away. */
  tell(tone: Tone, text: string): void
  /** The sentence for whatever went wrong. */
  tellError(error: unknown): void
}

/** Provided by <Notices>. Outside of it (a view rendered alone in a test) telling does nothing. */
export const NoticeContext = createContext<NoticeBoard>({ tell: () => undefined, tellError: () => undefined })

export function useNotices(): NoticeBoard {
  return useContext(NoticeContext)
}
