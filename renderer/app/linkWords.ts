import type { TFunction } from 'i18next'
import { beijingTime } from '../../shared/domain/beijing.ts'
import type { LinkBrief, SyncState } from '../../shared/ipc/sync.ts'
import type { Shape } from '../components/ShapeIcon.tsx'
import type { Tone } from '../components/StatusTag.tsx'

export interface LinkWords {
  readonly tone: Tone
  readonly shape: Shape
  /** Two or three words for the top bar. */
  readonly state: string
  /** How many records wait, in words. */
  readonly waiting: string
  /** The whole story in sentences. */
  readonly story: string
}

/** What people call a link: its own name, or the word of its kind. */
export function linkName({ name, kind }: Pick<LinkBrief, 'name' | 'kind'>, t: TFunction): string {
  return name === '' ? t(`link.kind.${kind}`) : name
}

/** A link in the top bar: its name with a sign, and its state in a word for whoever cannot see the sign. */
export function briefWords(
  link: LinkBrief,
  t: TFunction,
): { readonly name: string; readonly state: string; readonly tone: Tone; readonly shape: Shape } {
  const [tone, shape] = BRIEF_SIGNS[link.state]
  return { name: linkName(link, t), state: t(`link.brief.${link.state}`), tone, shape }
}

const BRIEF_SIGNS: Readonly<Record<LinkBrief['state'], readonly [Tone, Shape]>> = {
  up: ['good', 'check'],
  degraded: ['warn', 'triangle'],
  probing: ['info', 'dot'],
  draining: ['info', 'dot'],
  down: ['mute', 'cross'],
}

export function countWaiting({ pending: [flash, command, routine] }: Pick<SyncState, 'pending'>): number {
  return flash + command + routine
}

/** The link to the county in plain words. An outage is a normal state: amber at most, and it says that duty goes on. */
export function linkWords(sync: SyncState, t: TFunction): LinkWords {
  const count = countWaiting(sync)
  const waiting = count === 0 ? t('link.nothingWaits') : t('link.waiting', { count })
  const redeliver = sync.redeliver > 0 ? ` ${t('link.redeliver', { count: sync.redeliver })}` : ''
  const words = (tone: Tone, shape: Shape, state: string, story: string): LinkWords => ({
    tone,
    shape,
    state,
    waiting,
    story: `${story} ${count === 0 ? t('link.nothingWaitsStory') : t('link.waitingStory', { count })}${redeliver}`,
  })
  switch (sync.state) {
    case 'online':
      return words('good', 'check', t('link.online'), t('link.onlineStory', { hub: sync.hubName || t('link.county') }))
    case 'connecting':
      return words('info', 'ring', t('link.connecting'), t(`link.connectingStory.${sync.reason}`))
    case 'off':
      return words('mute', 'ring', t(`link.off.${sync.reason}`), t(`link.offStory.${sync.reason}`))
    case 'waiting': {
      const next = t('link.nextTry', { at: beijingTime(sync.nextTryAt) })
      return words('warn', 'triangle', t('link.cut'), `${t(`link.reason.${sync.reason}`)} ${next}`)
    }
  }
}
