import type { TFunction } from 'i18next'
import type { DrillLine } from '../../../shared/ipc/drill.ts'
import { formatMoment } from '../../components/momentText.ts'

/** A drill of a township takes an afternoon at the most. */
export const USUAL_LENGTH_MS = 2 * 3_600_000

/** When it is planned to end, or that it should have, or that somebody ended it elsewhere. */
export function endWords({ plannedEnd, ended }: DrillLine, now: number, t: TFunction): string {
  if (ended) return t('drill:endedBy', { by: ended.by, at: formatMoment(ended.at, now) })
  if (plannedEnd === null) return ''
  const at = formatMoment(plannedEnd, now)
  return now > plannedEnd ? t('drill:pastEnd', { at }) : t('drill:plannedEnd', { at })
}

/** What was done, as parts of one sentence. */
export function countWords(counts: NonNullable<DrillLine['ended']>['counts'], t: TFunction): string {
  return t('drill:counts', { ...counts })
}
