import { wordKey } from '../../sheet/words.ts'
import type { TeamFields, TeamVillage } from '../events.ts'
import type { Member } from '../read.ts'
import { type CellIssue, type RosterValues, villageStem } from './readCell.ts'
import type { RosterRow } from './rows.ts'
import type { RosterField } from './table.ts'

/** A team already registered, duplicates merged into it included. */
export interface KnownTeam {
  readonly id: string
  readonly fields: TeamFields
  readonly members: readonly Member[]
}

/** A row whose cells have been read. */
export interface ReadRow {
  readonly row: RosterRow
  readonly values: RosterValues
  readonly issues: CellIssue[]
}

/** The rows of one team in the file. */
export interface TeamGroup {
  readonly name: string
  village: TeamVillage | null
  readonly rows: ReadRow[]
}

/**
 * Puts rows of the same team together. Two villages may each have a team called 应急救援队: the village tells them apart; a
 * blank village means the one above.
 */
export function groupTeams(rows: readonly ReadRow[]): readonly TeamGroup[] {
  const byName = new Map<string, TeamGroup[]>()
  const groups: TeamGroup[] = []
  for (const read of rows) {
    const { teamName, village = null } = read.values
    if (teamName === undefined) continue
    const key = wordKey(teamName)
    const sameName = byName.get(key) ?? []
    const group = village === null ? sameName.at(-1) : sameName.findLast((one) => placeAgrees(one.village, village))
    if (group) {
      group.village ??= village
      group.rows.push(read)
    } else {
      const made: TeamGroup = { name: teamName, village, rows: [read] }
      byName.set(key, [...sameName, made])
      groups.push(made)
    }
  }
  return groups
}

/** The registered team a group is, or null; none when two could be meant. */
export function findKnown(group: TeamGroup, known: readonly KnownTeam[]): KnownTeam | null {
  const key = wordKey(group.name)
  const sameName = known.filter(({ fields }) => wordKey(fields.name) === key)
  const samePlace = sameName.filter(
    ({ fields }) => fields.village && group.village && isSamePlace(fields.village, group.village),
  )
  const candidates =
    samePlace.length > 0 ? samePlace : sameName.filter(({ fields }) => placeAgrees(fields.village, group.village))
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}

/**
 * The team's own values out of its rows: the first row that has one decides, a later row that says otherwise is told.
 */
export function teamValues(group: TeamGroup): RosterValues {
  const values: { [F in RosterField]?: unknown } = {}
  const source: { [F in RosterField]?: string } = {}
  for (const read of group.rows) {
    for (const field of TEAM_FIELDS) {
      const value = read.values[field]
      if (value === undefined) continue
      // A telephone taken out of the leader's cell has none of its own.
      const cell = read.row.cells[field]
      if (values[field] === undefined) {
        values[field] = value
        source[field] = cell?.text ?? String(value)
      } else if (cell && !cell.inherited && !isSame(field, values[field], value)) {
        const details = { first: source[field] ?? '' }
        read.issues.push({ field, at: cell.at, text: cell.text, code: 'teamDiffers', effect: 'note', details })
      }
    }
  }
  return values as RosterValues
}

const TEAM_FIELDS = [
  'kind',
  'village',
  'leader',
  'leaderPhone',
  'teamPhone',
  'strength',
  'teamSkills',
  'equipment',
] as const

function isSame(field: RosterField, a: unknown, b: unknown): boolean {
  if (field === 'village') return isSamePlace(a as TeamVillage, b as TeamVillage)
  // Cells that say the same were read once and are the same object.
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function placeAgrees(a: TeamVillage | null, b: TeamVillage | null): boolean {
  return a === null || b === null || isSamePlace(a, b)
}

export function isSamePlace(a: TeamVillage, b: TeamVillage): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : villageStem(a.name) === villageStem(b.name)
}
