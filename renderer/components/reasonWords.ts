import type { TFunction } from 'i18next'
import { DRILL_ENDED } from '../../shared/domain/drill/events.ts'

/** A reason as it was typed; one the desk gave itself, in the reader's language. */
export function reasonWords(reason: string, t: TFunction): string {
  return reason === DRILL_ENDED ? t('drill:endReason') : reason
}
