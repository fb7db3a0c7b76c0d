import type { TFunction } from 'i18next'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { loadWords, placeWords } from '../teams/LoadMark.tsx'
import type { RecipientOption } from './recipients.ts'

/** 巡查组 · 13800000000 · 空闲 · 在 李家湾村二组（03:12 起）: what tells recipients apart. */
export function remarksOf({ remark, recipient: { phone = '' }, load }: RecipientOption, t: TFunction): string {
  const since = load?.place
    ? t('teams:load.since', { place: placeWords(load, t), at: formatBeijing(load.place.at, 'monthDay') })
    : ''
  return [remark, phone, load ? loadWords(load, t) : '', since].filter(Boolean).join(' · ')
}
