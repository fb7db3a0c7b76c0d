import classification from '../../../resources/classification/teamKinds.json'
import words from '../../../resources/import/teamColumns.json'
import { type AssessedRow, type Assessment, assessRoster } from '../../../shared/domain/team/roster/assess.ts'
import type { ExistingChoice } from '../../../shared/domain/team/roster/planTeam.ts'
import type { CellIssue } from '../../../shared/domain/team/roster/readCell.ts'
import {
  fieldColumns,
  type RosterChoices,
  type RosterRow,
  rosterRows,
} from '../../../shared/domain/team/roster/rows.ts'
import {
  isMemberField,
  ROSTER_FIELDS,
  type RosterField,
  type RosterTable,
} from '../../../shared/domain/team/roster/table.ts'
import type { RosterKnown } from '../../../shared/ipc/roster.ts'

/** A roster file being looked at. */
export interface RosterDraft {
  readonly file: string
  readonly sha256: string
  readonly table: RosterTable
  readonly choices: RosterChoices
  readonly existing: ExistingChoice
}

/** What importing the draft would do now. */
export function assessDraft({ table, choices, existing }: RosterDraft, known: RosterKnown): Assessment {
  return assessRoster(rosterRows(table, words.villageTeam, choices), choices.out, {
    known: known.teams,
    villages: known.villages,
    kinds: classification.kinds,
    leaderPosts: words.leaderPosts,
    existing,
  })
}

/** The text of one cell, as the person corrected it; the file's own text takes the correction back. */
export function editCell(
  choices: RosterChoices,
  { key, cells }: RosterRow,
  field: RosterField,
  text: string,
): RosterChoices {
  const { [field]: before, ...others } = choices.edits[key] ?? {}
  if (before === undefined && (cells[field]?.text ?? '') === text) return choices
  return { ...choices, edits: { ...choices.edits, [key]: { ...others, [field]: text } } }
}

export function toggleRow(choices: RosterChoices, key: string): RosterChoices {
  const out = choices.out.includes(key) ? choices.out.filter((one) => one !== key) : [...choices.out, key]
  return { ...choices, out }
}

/** Says what a column is. The field leaves the column that had it. */
export function chooseColumn(
  { table, choices }: Pick<RosterDraft, 'table' | 'choices'>,
  sheet: number,
  letter: string,
  field: RosterField | null,
): RosterChoices {
  const before = field === null ? undefined : fieldColumns(table, sheet, choices)[field]
  const freed = before !== undefined && before !== letter ? { [`${sheet}:${before}`]: null } : {}
  return { ...choices, columns: { ...choices.columns, ...freed, [`${sheet}:${letter}`]: field } }
}

/** The person first: that is where most cells to be mended are, and they must be in sight. */
const PREVIEW_ORDER = [
  ...ROSTER_FIELDS.filter((field) => field === 'teamName' || isMemberField(field)),
  ...ROSTER_FIELDS.filter((field) => field !== 'teamName' && !isMemberField(field)),
]

/** The fields any sheet has a column for; team and name always. */
export function shownFields(draft: Pick<RosterDraft, 'table' | 'choices'>): readonly RosterField[] {
  const present = draft.table.sheets.flatMap((_, sheet) => Object.keys(fieldColumns(draft.table, sheet, draft.choices)))
  return PREVIEW_ORDER.filter((field) => field === 'teamName' || field === 'memberName' || present.includes(field))
}

export interface RowIssue {
  readonly row: AssessedRow
  readonly issue: CellIssue
}

const WEIGHT: Readonly<Record<CellIssue['effect'], number>> = { dropRow: 0, dropCell: 1, note: 2 }

/** All issues, those that cost something first, then as they stand in the file. */
export function issuesOf(rows: readonly AssessedRow[]): readonly RowIssue[] {
  return rows
    .flatMap((row) => row.issues.map((issue) => ({ row, issue })))
    .sort((a, b) => WEIGHT[a.issue.effect] - WEIGHT[b.issue.effect])
}

/** The gravest issue of a cell, or null. */
export function issueAt(row: AssessedRow, field: RosterField): CellIssue | null {
  const here = row.issues.filter((issue) => issue.field === field)
  return here.toSorted((a, b) => WEIGHT[a.effect] - WEIGHT[b.effect])[0] ?? null
}

/** Rows to be imported, as the desk takes them. */
export function rowsToImport({ table, choices }: RosterDraft): string {
  const out = new Set(choices.out)
  const rows = rosterRows(table, words.villageTeam, choices).filter(({ key }) => !out.has(key))
  return JSON.stringify(rows.map(({ key, sheet, row, cells }) => ({ key, sheet, row, cells })))
}

export function hasWork({ counts }: Assessment): boolean {
  return counts.teams.add + counts.teams.update + counts.members.add + counts.members.update > 0
}

/** Bytes of a file as base64, by the browser's own reader: a large file does not block the page. */
export function readBase64(file: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => fail(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })
}
