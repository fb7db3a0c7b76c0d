import type { TFunction } from 'i18next'
import type { Body, Kind } from '../../../../shared/domain/kinds.ts'
import { reasonWords } from '../../../components/reasonWords.ts'

/** What fills a sentence's template. `context` picks a variant of it (`sentences:<kind>_<context>`). */
export type Words = Readonly<Record<string, string | number>>

export interface SentenceTools {
  readonly t: TFunction
  /** What the thing is called now: number and title, or its name; '' when unknown. */
  readonly label: string
}

/** The words of every kind of one aggregate. Pure: the text is in the locales, these only say what goes into it. */
export type SentencesOf<Aggregate extends string> = {
  readonly [K in Extract<Kind, `${Aggregate}.${string}`>]: (body: Body<K>, tools: SentenceTools) => Words
}

/** A reason as the end of a sentence; nothing when none was given. */
export function because(reason: string | undefined, t: TFunction): string {
  return reason ? t('sentences:because', { reason: reasonWords(reason, t) }) : ''
}

/** Several names in a row. */
export function listOf(names: readonly string[], t: TFunction): string {
  return names.filter((name) => name !== '').join(t('common:list.comma'))
}
