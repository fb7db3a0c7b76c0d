import { mergedOf } from '../merging.ts'
import type { Register, Registers } from '../registers.ts'
import { type TeamFields, teamFields, teamState } from './events.ts'
import type { Team, TeamMember, TeamStatus } from './team.ts'

/** A member in plain values. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly skills: readonly string[]
  readonly post: string
}

const NO_FIELDS: TeamFields = {
  name: '',
  kind: 'other',
  village: null,
  leader: null,
  phone: '',
  skills: [],
  equipment: [],
  strength: null,
  note: '',
}

/** A team's fields in plain values; what was never set has its empty value. */
export function fieldsOf({ fields }: Pick<Team, 'fields'>): TeamFields {
  const values = Object.fromEntries(
    Object.keys(teamFields.shape).flatMap((field) => {
      const value = fields[field]?.value
      return value === undefined ? [] : [[field, value]]
    }),
  )
  const parsed = teamFields.partial().safeParse(values)
  return { ...NO_FIELDS, ...(parsed.success ? parsed.data : {}) } as TeamFields
}

/** What the team is doing; a team nobody has spoken of is on standby. */
export function statusOf({ fields }: Pick<Team, 'fields'>): TeamStatus {
  const value = fields.status?.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { state: 'standby', reason: '' }
  const { state, reason } = value as { readonly [field: string]: unknown }
  const parsed = teamState.safeParse(state)
  return { state: parsed.data ?? 'standby', reason: typeof reason === 'string' ? reason : '' }
}

/** Where somebody last said it is; null when nobody has. */
export function positionOf({ fields }: Pick<Team, 'fields'>): { readonly place: string; readonly at: number } | null {
  const value = fields.position?.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { place, at } = value as { readonly [field: string]: unknown }
  return typeof place === 'string' && typeof at === 'number' ? { place, at } : null
}

/** The members who are in the team now, in the order they were named: a roster begins with the one who leads. */
export function membersOf({ members }: Pick<Team, 'members'>): readonly Member[] {
  return Object.values(members)
    .filter((member) => typeof member.fields.removed?.value !== 'string')
    .map(memberOf)
}

export function memberOf({ id, fields }: TeamMember): Member {
  const text = (field: string) => {
    const value = fields[field]?.value
    return typeof value === 'string' ? value : ''
  }
  const skills = fields.skills?.value
  return {
    id,
    name: text('name'),
    phone: text('phone'),
    post: text('post'),
    skills: Array.isArray(skills) ? skills.map(String) : [],
  }
}

export function isRetired({ fields }: Pick<Team, 'fields'>): boolean {
  return typeof fields.retired?.value === 'string'
}

export function mergedInto({ fields }: Pick<Team, 'fields'>): string | null {
  return mergedOf(fields)?.id ?? null
}

/** Fields that two people set at the same time without sight of each other (并发), the team's own and its members'. */
export function countRivals({ fields, members }: Team): number {
  let count = 0
  const add = (registers: Registers) => {
    for (const register of Object.values<Register>(registers)) if (register.rivals) count += 1
  }
  add(fields)
  for (const member of Object.values(members)) add(member.fields)
  return count
}
