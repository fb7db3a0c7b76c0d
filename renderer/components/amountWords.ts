import type { TFunction } from 'i18next'
import type { Amount } from '../../shared/domain/values.ts'

/** A figure in the reader's language: 3, 约 15, 3–5, 未知. */
export function amountWords(amount: Amount, t: TFunction): string {
  if (amount === null) return t('common:amount.unknown')
  if ('n' in amount) return String(amount.n)
  return 'about' in amount ? t('common:amount.about', { count: amount.about }) : `${amount.min}–${amount.max}`
}
