import { createContext, useContext } from 'react'
import type { Tone } from './StatusTag.tsx'

export interface NoticeBoard {
  /** Tells one sentence in the calm corner. Good news goes by itself; anything else stays until it is put away, by Escape too. */
  tell(tone: Tone, text: string): void
  /** The sentence for whatever went wrong. @returns it. */
  tellError(error: unknown): string
  /** A sentence that no longer holds: what it spoke of was tried again. */
  retract(text: string): void
  /** Whatever is not good news: the place it was said in was left. */
  putAwayProblems(): void
}

/** Provided by <Notices>. Outside of it (a view rendered alone in a test) telling does nothing. */
export const NoticeContext = createContext<NoticeBoard>({
  tell: () => undefined,
  tellError: () => '',
  retract: () => undefined,
  putAwayProblems: () => undefined,
})

export function useNotices(): NoticeBoard {
  return useContext(NoticeContext)
}
