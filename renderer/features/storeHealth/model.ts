import type { TFunction } from 'i18next'
import type { StoreCondition } from '../../../shared/ipc/store.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'

/** The computer's clock does not agree with the county's. */
export interface ClockOff {
  readonly kind: 'clockOff'
  readonly minutes: number
  readonly ahead: boolean
}
/** What has to be said above every room. */
export type Notice = StoreCondition | ClockOff

/** Official times are written to the minute: a clock that is a minute off makes them wrong. */
const MINUTE_MS = 60_000

/** @param offsetMs how far the hub's clock is ahead of this computer's */
export function clockNotice(offsetMs: number): ClockOff | null {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS)
  return minutes < 1 ? null : { kind: 'clockOff', minutes, ahead: offsetMs < 0 }
}

/** Nothing new can be recorded, or something may be lost: said at once, in red. */
export function isUrgent(condition: Notice): boolean {
  return condition.kind === 'full' || condition.kind === 'readOnly' || condition.kind === 'writeFailed'
}

/** Whole sentences, in the order they are read. */
export function sentencesOf(condition: Notice, t: TFunction): readonly string[] {
  switch (condition.kind) {
    case 'replaced':
      return [replacedSentence(condition, t), baseSentence(condition, t), salvageSentence(condition, t)]
    case 'low':
      return [t('store:condition.low', { megabytes: Math.floor(condition.freeBytes / 1024 / 1024) })]
    case 'writeFailed':
      return [t('store:condition.writeFailed', { time: formatBeijing(condition.atMs, 'monthDay') })]
    case 'backupFailed':
      return [t('store:condition.backupFailed', { time: formatBeijing(condition.atMs, 'monthDay') })]
    case 'full':
      return [t('store:condition.full')]
    case 'readOnly':
      return [t('store:condition.readOnly')]
    case 'reserveUsed':
      return [t('store:condition.reserveUsed')]
    case 'clockOff':
      return [
        condition.ahead
          ? t('store:condition.clockAhead', { minutes: condition.minutes })
          : t('store:condition.clockBehind', { minutes: condition.minutes }),
      ]
  }
}

type Replaced = Extract<StoreCondition, { kind: 'replaced' }>

function replacedSentence({ cause, atMs, keptIn }: Replaced, t: TFunction): string {
  const time = formatBeijing(atMs, 'monthDay')
  switch (cause) {
    case 'corrupt':
      return t('store:condition.replacedCorrupt', { time, keptIn })
    case 'missing':
      return t('store:condition.replacedMissing', { time })
    case 'restored':
      return t('store:condition.replacedRestored', { time, keptIn })
  }
}

function baseSentence({ cause, backupMs }: Replaced, t: TFunction): string {
  if (cause === 'restored') return ''
  if (backupMs === null) return t('store:condition.fromNothing')
  return t('store:condition.fromBackup', { time: formatBeijing(backupMs, 'monthDay') })
}

function salvageSentence({ salvage }: Replaced, t: TFunction): string {
  if (salvage.state === 'running') return t('store:condition.salvaging')
  const { found, unreadable } = salvage
  return unreadable === 0
    ? t('store:condition.salvaged', { found })
    : t('store:condition.salvagedPart', { found, unreadable })
}
