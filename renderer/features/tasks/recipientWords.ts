import type { TFunction } from 'i18next'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import type { PickOption } from '../../components/pickOptions.ts'
import { loadWords, placeWords } from '../teams/LoadMark.tsx'
import type { RecipientOption } from './recipients.ts'

/** As it is shown in a list and found by typing: by its name, its remarks, and the initials of what it is and where. */
export function pickOptionOf(option: RecipientOption, t: TFunction): PickOption {
  const { id, name } = option.recipient
  return { id, label: name, note: remarksOf(option, t), words: option.remark }
}

/** 巡查组 · 13800000000 · 空闲 · 在 李家湾村二组（03:12 起）: what tells recipients apart. */
function remarksOf({ remark, recipient: { phone = '' }, load }: RecipientOption, t: TFunction): string {
  const since = load?.place
    ? t('teams:load.since', { place: placeWords(load, t), at: formatBeijing(load.place.at, 'monthDay') })
    : ''
  return [remark, phone, load ? loadWords(load, t) : '', since].filter(Boolean).join(' · ')
}
