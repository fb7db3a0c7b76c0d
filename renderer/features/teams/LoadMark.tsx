import type { TFunction } from 'i18next'
import { standingOf, type TeamStanding } from '../../../shared/domain/team/whereabouts.ts'
import type { TeamLoad } from '../../../shared/ipc/teams.ts'
import { StatusTag, type Tone } from '../../components/StatusTag.tsx'

const TONES: Readonly<Record<TeamStanding, Tone>> = { free: 'good', busy: 'info', resting: 'mute', unavailable: 'bad' }

/** Free, or with how many tasks in hand; its state stands beside it. */
export function LoadMark({ load, t }: { readonly load: TeamLoad; readonly t: TFunction }) {
  const words = load.open > 0 ? t('teams:load.open', { count: load.open }) : loadWords(load, t)
  return <StatusTag tone={TONES[standingOf(load)]}>{words}</StatusTag>
}

/** 空闲, 在办2项, 休整, 不可用; the last two with what they still have in hand. */
export function loadWords(load: Pick<TeamLoad, 'state' | 'open'>, t: TFunction): string {
  const standing = standingOf(load)
  const inHand = load.open > 0 ? t('teams:load.open', { count: load.open }) : ''
  if (standing === 'busy') return inHand || t('teams:state.dispatched')
  return [t(`teams:load.${standing}`), inHand].filter(Boolean).join(' ')
}

/** 在 李家湾村二组, 赴 李家湾村二组; '' when nothing is known. */
export function placeWords({ place }: Pick<TeamLoad, 'place'>, t: TFunction): string {
  if (!place) return ''
  return place.how === 'departed'
    ? t('teams:load.towards', { place: place.place })
    : t('teams:load.at', { place: place.place })
}
