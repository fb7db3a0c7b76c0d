import type { TFunction } from 'i18next'
import { otherDay } from '../../components/momentText.ts'
import { parseWhen } from './when.ts'

/** The date a time was read as when that is not today: 2359 typed at 22:26 is yesterday's. */
export function dayHint(typed: string, now: number, t: TFunction): string | undefined {
  const day = typed.trim() === '' ? null : otherDay(parseWhen(typed, now), now)
  return day === null ? undefined : t('common:moment.readAs', { at: day })
}
