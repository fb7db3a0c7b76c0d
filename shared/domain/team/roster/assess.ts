import { splitNamePhone } from '../../sheet/phone.ts'
import { findKnown, groupTeams, type KnownTeam, type ReadRow } from './groupTeams.ts'
import { type PlanContext, placeIn, planTeam, type RowAction, type TeamPlan } from './planTeam.ts'
import { type CellIssue, type IssueCode, type ReadingContext, type RosterValues, readCell } from './readCell.ts'
import type { RosterRow } from './rows.ts'
import { isMemberField, ROSTER_FIELDS, type RosterCell, type RosterField } from './table.ts'

export interface RosterContext extends ReadingContext, PlanContext {
  readonly known: readonly KnownTeam[]
}

export interface AssessedRow {
  readonly row: RosterRow
  readonly action: RowAction
  readonly issues: readonly CellIssue[]
  /** The registered team the row belongs to, by name. */
  readonly knownTeam: string | null
}

export interface RosterCounts {
  readonly teams: { readonly [action in TeamPlan['action']]: number }
  readonly members: { readonly [action in 'add' | 'update' | 'same' | 'skip']: number }
  /** Rows that are not imported: by the person's choice, and for want of a name. */
  readonly rowsOut: number
  readonly rowsDropped: number
  /** Cells that stay empty. */
  readonly cellsDropped: number
}

export interface Assessment {
  readonly rows: readonly AssessedRow[]
  readonly teams: readonly TeamPlan[]
  readonly counts: RosterCounts
}

/**
 * Judges every row of a roster and says what importing it would do. Pure: the preview and the import itself ask the same
 * question and get the same answer. @param out keys of the rows left out.
 */
export function assessRoster(rows: readonly RosterRow[], out: readonly string[], context: RosterContext): Assessment {
  const leftOut = new Set(out)
  const reader = readEachOnce(context)
  const read = rows.map((row) => (leftOut.has(row.key) ? { row, values: {}, issues: [] } : readRow(row, reader)))
  notePhonesOfTwo(read)
  const plans = groupTeams(read).map((group) => ({
    group,
    plan: planTeam(group, findKnown(group, context.known), context),
  }))
  const fate = new Map<string, { readonly action: RowAction; readonly knownTeam: string | null }>()
  for (const { plan } of plans)
    for (const [key, action] of plan.actions) fate.set(key, { action, knownTeam: plan.known?.fields.name ?? null })
  const assessed = read.map(({ row, issues }): AssessedRow => {
    const { action, knownTeam } = fate.get(row.key) ?? { action: 'drop' as const, knownTeam: null }
    return { row, action: leftOut.has(row.key) ? 'out' : action, issues, knownTeam }
  })
  const teams = plans.map(({ plan }) => plan)
  return { rows: assessed, teams, counts: countAll(assessed, teams) }
}

type Reader = (field: RosterField, cell: RosterCell) => ReturnType<typeof readCell>

/** A roster says the same team, village and post on every line. */
function readEachOnce(context: ReadingContext): Reader {
  const known = new Map<string, ReturnType<typeof readCell>>()
  return (field, cell) => {
    const key = `${field} ${cell.kind} ${cell.text}`
    const before = known.get(key)
    if (before) return before
    const read = readCell(field, cell, context)
    known.set(key, read)
    return read
  }
}

function readRow(row: RosterRow, reader: Reader): ReadRow {
  const values: { [F in RosterField]?: unknown } = {}
  const issues: CellIssue[] = []
  const { cells, split } = splitPhones(row)
  issues.push(...split)
  for (const field of ROSTER_FIELDS) {
    const cell = cells[field]
    if (!cell) continue
    const { value, issue } = reader(field, cell)
    if (value !== undefined) values[field] = value
    // What a merged cell says is told once, at its own row.
    if (!issue || cell.inherited) continue
    const [code, effect, details] = issue
    issues.push({ field, at: cell.at, text: cell.text, code, effect, ...(details ? { details } : {}) })
  }
  const missing = missingName(row, values as RosterValues)
  if (missing && !issues.some(({ effect }) => effect === 'dropRow')) issues.push(missing)
  // A row without a team goes nowhere, and of a row without its person only what is the team's counts.
  if (issues.some(({ field, effect }) => effect === 'dropRow' && field === 'teamName'))
    return { row, values: {}, issues }
  return { row, values: values as RosterValues, issues }
}

/** 李建国13800000011 in one cell: the telephone is taken out of it where its own column has none. */
function splitPhones(row: RosterRow): { readonly cells: RosterRow['cells']; readonly split: readonly CellIssue[] } {
  let cells = row.cells
  const split: CellIssue[] = []
  for (const [field, phoneField] of [
    ['leader', 'leaderPhone'],
    ['memberName', 'memberPhone'],
  ] as const) {
    const cell = row.cells[field]
    const found = cell && !row.cells[phoneField] ? splitNamePhone(cell.text) : null
    if (!cell || !found) continue
    cells = { ...cells, [field]: { ...cell, text: found.name }, [phoneField]: { ...cell, text: found.phone } }
    if (cell.inherited) continue
    split.push({ field, at: cell.at, text: cell.text, code: 'phoneInName', effect: 'note', details: { ...found } })
  }
  return { cells, split }
}

function missingName(row: RosterRow, values: RosterValues): CellIssue | null {
  const issue = (field: RosterField, code: IssueCode): CellIssue => {
    const letter = row.letters?.[field]
    return { field, at: letter ? `${letter}${row.row}` : '', text: '', code, effect: 'dropRow' }
  }
  if (values.teamName === undefined) return issue('teamName', 'teamMissing')
  const ofMember = Object.keys(row.cells).some((field) => isMemberField(field as RosterField))
  return ofMember && values.memberName === undefined ? issue('memberName', 'memberNameMissing') : null
}

/** One telephone under two names is usually a line copied down. */
function notePhonesOfTwo(rows: readonly ReadRow[]): void {
  const owners = new Map<string, { readonly name: string; readonly at: string; readonly sheet: string }>()
  for (const { row, values, issues } of rows) {
    const { memberName, memberPhone } = values
    const cell = row.cells.memberPhone
    // Short numbers and switchboards are shared by nature.
    if (!memberName || !memberPhone || !cell || memberPhone.length < 11) continue
    const owner = owners.get(memberPhone)
    if (!owner) owners.set(memberPhone, { name: memberName, at: cell.at, sheet: row.sheet })
    else if (owner.name !== memberName)
      issues.push({
        field: 'memberPhone',
        at: cell.at,
        text: cell.text,
        code: 'phoneShared',
        effect: 'note',
        details: { name: owner.name, at: placeIn(row.sheet, owner) },
      })
  }
}

function countAll(rows: readonly AssessedRow[], teams: readonly TeamPlan[]): RosterCounts {
  const ofTeams = (action: TeamPlan['action']) => teams.filter((team) => team.action === action).length
  const ofRows = (action: RowAction) => rows.filter((row) => row.action === action).length
  return {
    teams: { add: ofTeams('add'), update: ofTeams('update'), same: ofTeams('same'), skip: ofTeams('skip') },
    members: { add: ofRows('add'), update: ofRows('update'), same: ofRows('same'), skip: ofRows('skip') },
    rowsOut: ofRows('out'),
    rowsDropped: ofRows('drop'),
    cellsDropped: rows.flatMap(({ issues }) => issues).filter(({ effect }) => effect === 'dropCell').length,
  }
}
