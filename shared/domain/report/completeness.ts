import type { ReportContent, ReportKind } from './content.ts'
import type { ReportItem, ReportRulesFile } from './reportData.ts'

export interface Completeness {
  /** 0 to 100: items there of all that the kind asks for. */
  readonly percent: number
  readonly missing: readonly ReportItem[]
}

/** How complete a report is. Not known (不明) is an honest answer in words; an empty part is missing. */
export function completenessOf(
  kind: ReportKind,
  content: Pick<ReportContent, 'receivedAt' | 'occurredAt' | 'sections'>,
  { kinds }: Pick<ReportRulesFile, 'kinds'>,
): Completeness {
  const { items } = kinds[kind]
  const missing = items.filter((item) => !isThere(item, content))
  return { percent: Math.round(((items.length - missing.length) / items.length) * 100), missing }
}

function isThere(
  item: ReportItem,
  { receivedAt, occurredAt, sections }: Pick<ReportContent, 'receivedAt' | 'occurredAt' | 'sections'>,
): boolean {
  if (item === 'receivedAt') return receivedAt !== null
  if (item === 'occurredAt') return occurredAt !== null
  return (sections[item] ?? '').trim() !== ''
}
