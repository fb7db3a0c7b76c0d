import type { TFunction } from 'i18next'
import { writeEquipment } from '../../../shared/domain/team/equipment.ts'
import { kindName } from '../../../shared/domain/team/kinds.ts'
import type { KnownTeam } from '../../../shared/domain/team/roster/groupTeams.ts'
import { ROSTER_FIELDS, type RosterField } from '../../../shared/domain/team/roster/table.ts'
import type { Table } from '../../components/saveTable.ts'
import { teamKinds } from './kinds.ts'

const WIDTHS: { readonly [F in RosterField]?: number } = {
  teamName: 24,
  village: 14,
  equipment: 36,
  memberPhone: 16,
  leaderPhone: 16,
}

/**
 * All teams with their people in the layout that can be imported again: a row a person, the team's own values on each. A team
 * nobody is named in has one row.
 */
export function rosterTable(teams: readonly KnownTeam[], t: TFunction, language: string): Table {
  return {
    title: t('teams:rosterTitle'),
    columns: rosterColumns(t),
    rows: teams.flatMap((team) => teamRows(team, language)),
  }
}

/** The same layout without rows. */
export function rosterTemplate(t: TFunction): Table {
  return { title: t('teams:templateTitle'), columns: rosterColumns(t), rows: [], lines: [t('teams:templateLine')] }
}

function rosterColumns(t: TFunction): Table['columns'] {
  return ROSTER_FIELDS.map((field) => {
    const width = WIDTHS[field]
    const title = t(`teams:roster.${field}`)
    return width === undefined ? { title, width: 12 } : { title, width }
  })
}

function teamRows({ fields, members }: KnownTeam, language: string): (string | number | null)[][] {
  const { name, kind, village, leader, phone, strength, skills, equipment } = fields
  const own = [
    name,
    kindName(teamKinds, kind, language),
    village?.name ?? '',
    leader?.name ?? '',
    leader?.phone ?? '',
    phone,
    strength,
    skills.join('、'),
    writeEquipment(equipment),
  ]
  if (members.length === 0) return [[...own, '', '', '', '']]
  return members.map((member) => [...own, member.name, member.post, member.phone, member.skills.join('、')])
}
