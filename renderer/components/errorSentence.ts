import type { i18n } from 'i18next'
import { DeskError } from '../call.ts'

/**
 * What happened, what is safe and what to do, in the user's language: `errors:<code>` filled with the refusal's details. A
 * code without a sentence, or anything else that was thrown, gets the general one, which says that nothing was lost.
 */
export function errorSentence(error: unknown, { t, exists }: Pick<i18n, 't' | 'exists'>): string {
  if (!(error instanceof DeskError)) return t('errors:general')
  const key = `errors:${error.code}`
  return exists(key) ? t(key, { ...error.details }) : t('errors:general', { code: error.code })
}
