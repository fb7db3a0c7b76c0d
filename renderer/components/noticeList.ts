import type { Tone } from './StatusTag.tsx'

export interface Notice {
  readonly id: number
  readonly tone: Tone
  readonly text: string
}

/** More would cover the page. */
const AT_MOST = 2

/**
 * The notices with one more. Good news gives way to whatever comes after it: it has been seen on the page already. The same
 * sentence twice says no more than once.
 */
export function withNotice(old: readonly Notice[], added: Notice): readonly Notice[] {
  return [...old.filter(({ tone, text }) => tone !== 'good' && text !== added.text), added].slice(-AT_MOST)
}

/** What is left when nobody needs to be told any more why something did not happen. The same list when nothing goes. */
export function withoutProblems(old: readonly Notice[]): readonly Notice[] {
  return old.some(({ tone }) => tone !== 'good') ? old.filter(({ tone }) => tone === 'good') : old
}
