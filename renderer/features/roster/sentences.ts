import type { TFunction } from 'i18next'
import type { RosterNotice } from '../../../shared/domain/team/roster/table.ts'
import type { RowIssue } from './model.ts'

/** C7 or 第 7 行, with the sheet where the file has several. */
export function placeOf({ row: { row }, issue }: RowIssue, t: TFunction, manySheets: boolean): string {
  const at = issue.at === '' ? t('roster:issues.row', { row: row.row }) : t('roster:issues.cell', { at: issue.at })
  return manySheets ? `${row.sheet} ${at}` : at
}

/** What is wrong, and what will be done. */
export function issueSentence({ issue }: RowIssue, t: TFunction): string {
  const sentence = t(`roster:issue.${issue.code}`, { ...issue.details })
  return t('roster:issues.line', { sentence, effect: t(`roster:effect.${issue.effect}`) })
}

export function noticeSentence({ code, sheet, at, text }: RosterNotice, t: TFunction): string {
  return t('roster:notices.line', { sheet, what: t(`roster:notices.${code}`, { at, text }) })
}
