import type { TFunction } from 'i18next'
import type { StoreCondition } from '../../../shared/ipc/store.ts'
import { formatBeijing } from '../../components/BeijingTime.tsx'

/** Nothing new can be recorded, or something may be lost: said at once, in red. */
export function isUrgent(condition: StoreCondition): boolean {
  return condition.kind === 'full' || condition.kind === 'readOnly' || condition.kind === 'writeFailed'
}

/** Whole sentences, in the order they are read. */
export function sentencesOf(condition: StoreCondition, t: TFunction): readonly string[] {
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
