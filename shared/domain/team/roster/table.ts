import type { ColumnWords } from '../../sheet/columns.ts'
import type { GridCell } from '../../sheet/grid.ts'

/** What a column of a team roster may hold. */
export const ROSTER_FIELDS = [
  'teamName',
  'kind',
  'village',
  'leader',
  'leaderPhone',
  'teamPhone',
  'strength',
  'teamSkills',
  'equipment',
  'memberName',
  'memberPost',
  'memberPhone',
  'memberSkills',
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]
export type RosterGroup = 'team' | 'leader' | 'member'

const OF_MEMBER: ReadonlySet<RosterField> = new Set(['memberName', 'memberPost', 'memberPhone', 'memberSkills'])

/** Fields of the person in a row; all others are the team's and count for every row of it. */
export function isMemberField(field: RosterField): boolean {
  return OF_MEMBER.has(field)
}

/** resources/import/teamColumns.json */
export interface RosterWords extends ColumnWords<RosterField, RosterGroup> {
  /** First words of a row of sums. */
  readonly totals: readonly string[]
  /** First words of a row that is a remark, such as 填表人. */
  readonly remarks: readonly string[]
  /** Endings of a sheet's title that are not part of a team's name. */
  readonly titleTails: readonly string[]
  /** Sheet names that programs give. */
  readonly defaultSheets: readonly string[]
  /** Follows the village's name where a sheet has a column of villages but none of teams. */
  readonly villageTeam: string
  /** Posts of the one who leads. */
  readonly leaderPosts: readonly string[]
}

/** A cell of the file with its address, such as C7. */
export interface RosterCell extends GridCell {
  readonly at: string
  /** Taken from the row above or from a merged cell, not typed in this row. */
  readonly inherited?: true
}

export interface RosterColumn {
  readonly letter: string
  readonly title: string
  readonly field: RosterField | null
  /** False: a title nobody knows; the person may say what it is. */
  readonly known: boolean
}

/** One row of data, by column letter; the team's name may come from elsewhere (`teamName`). */
export interface RosterLine {
  readonly row: number
  readonly cells: { readonly [letter: string]: RosterCell }
}

export interface RosterSheet {
  readonly name: string
  /** As people count: from 1. */
  readonly headerRows: readonly [first: number, last: number]
  readonly columns: readonly RosterColumn[]
  /** Where the team's name comes from when no column holds it. */
  readonly teamNameFrom: 'column' | 'village' | 'title' | 'sheetName'
  /** That name, for `title` and `sheetName`. */
  readonly teamName: RosterCell | null
  readonly lines: readonly RosterLine[]
}

export const NOTICE_CODES = [
  'noHeader',
  'hiddenSheet',
  'totalRow',
  'remarkRow',
  'repeatedHeader',
  'unknownColumn',
  'nameFromVillage',
  'nameFromTitle',
  'nameFromSheet',
] as const

/** What was not read, and why: for the person to see before anything is imported. */
export interface RosterNotice {
  readonly code: (typeof NOTICE_CODES)[number]
  readonly sheet: string
  /** Address or row, '' for a whole sheet. */
  readonly at: string
  readonly text: string
}

/** A file of team rosters, its columns recognised and its rows found; nothing judged yet. */
export interface RosterTable {
  readonly sheets: readonly RosterSheet[]
  readonly notices: readonly RosterNotice[]
}
