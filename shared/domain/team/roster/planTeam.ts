import { wordKey } from '../../sheet/words.ts'
import type { MemberSet, TeamFields } from '../events.ts'
import { guessKind, type TeamKindEntry } from '../kinds.ts'
import type { Member } from '../read.ts'
import { type KnownTeam, type ReadRow, type TeamGroup, teamValues } from './groupTeams.ts'
import type { RosterValues } from './readCell.ts'

/** `update`: what the file says replaces what is registered, a blank cell replaces nothing. `skip`: registered ones stay as they are. */
export type ExistingChoice = 'update' | 'skip'

/** What a row does: to its member, or `team` when it names none. */
export const ROW_ACTIONS = ['add', 'update', 'same', 'skip', 'team', 'drop', 'out'] as const
export type RowAction = (typeof ROW_ACTIONS)[number]

export interface TeamPlan {
  /** The registered team it goes to; null: a new one. */
  readonly known: KnownTeam | null
  readonly name: string
  readonly action: 'add' | 'update' | 'same' | 'skip'
  /** All fields of a new team that the file gives, the changed ones of a known one. */
  readonly set: Partial<TeamFields>
  /** `id` null: a new member. */
  readonly members: readonly MemberPlan[]
  /** By row key. */
  readonly actions: ReadonlyMap<string, RowAction>
}

export interface MemberPlan {
  readonly id: string | null
  readonly set: Omit<MemberSet, 'id'>
}

export interface PlanContext {
  readonly kinds: readonly TeamKindEntry[]
  readonly leaderPosts: readonly string[]
  readonly existing: ExistingChoice
}

export function planTeam(group: TeamGroup, known: KnownTeam | null, context: PlanContext): TeamPlan {
  const values = teamValues(group)
  const fields = wantedFields(group, values, known, context)
  const set = known ? changedFields(fields, known.fields) : fields
  const changed = Object.keys(set).length > 0
  const skips = known !== null && context.existing === 'skip'
  const { members, actions } = planMembers(group, known, context.existing)
  const action = !known ? 'add' : !changed ? 'same' : skips ? 'skip' : 'update'
  return { known, name: known?.fields.name ?? group.name, action, set: skips ? {} : set, members, actions }
}

function wantedFields(
  group: TeamGroup,
  values: RosterValues,
  known: KnownTeam | null,
  { kinds, leaderPosts }: PlanContext,
): Partial<TeamFields> {
  const kind = values.kind ?? (known ? undefined : (guessKind(kinds, group.name) ?? 'other'))
  const leader = findLeader(group.rows, values, known, leaderPosts)
  return {
    ...(known ? {} : { name: group.name }),
    ...(kind === undefined ? {} : { kind }),
    ...(group.village ? { village: group.village } : {}),
    ...(leader ? { leader } : {}),
    ...(values.teamPhone === undefined ? {} : { phone: values.teamPhone }),
    ...(values.teamSkills === undefined ? {} : { skills: [...values.teamSkills] }),
    ...(values.equipment === undefined ? {} : { equipment: [...values.equipment] }),
    ...(values.strength === undefined ? {} : { strength: values.strength }),
  }
}

/** The leader's own columns; else the member whose post says so. The phone may be in the leader's row of members. */
function findLeader(
  rows: readonly ReadRow[],
  values: RosterValues,
  known: KnownTeam | null,
  leaderPosts: readonly string[],
): TeamFields['leader'] {
  const posts = new Set(leaderPosts.map(wordKey))
  const byPost = rows.find(
    ({ values: { memberName, memberPost } }) => memberName && posts.has(wordKey(memberPost ?? '')),
  )
  const name = values.leader ?? byPost?.values.memberName
  if (!name) return null
  const asMember = rows.find(({ values: { memberName, memberPhone } }) => memberName === name && memberPhone)
  const before = known?.fields.leader?.name === name ? known.fields.leader.phone : ''
  return { name, phone: values.leaderPhone ?? asMember?.values.memberPhone ?? before }
}

function changedFields(wanted: Partial<TeamFields>, now: TeamFields): Partial<TeamFields> {
  const changed = Object.entries(wanted).filter(([field, value]) => {
    const old = now[field as keyof TeamFields]
    if (field === 'village' && value && old) {
      const [a, b] = [value, old] as TeamFields['village'][]
      // The same village by name gains its registration; it never loses it.
      return a?.id !== undefined && a.id !== b?.id
    }
    return canonical(value) !== canonical(old)
  })
  return Object.fromEntries(changed)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function planMembers(
  group: TeamGroup,
  known: KnownTeam | null,
  existing: ExistingChoice,
): { readonly members: readonly MemberPlan[]; readonly actions: Map<string, RowAction> } {
  const members: MemberPlan[] = []
  const actions = new Map<string, RowAction>()
  const taken = new Set<string>()
  const inFile = new Map<string, { readonly at: string; readonly sheet: string; readonly phone: string }[]>()
  const knownByName = byNameKey(known?.members ?? [])
  for (const { row, values, issues } of group.rows) {
    const name = values.memberName
    if (name === undefined) {
      actions.set(row.key, issues.some(({ effect }) => effect === 'dropRow') ? 'drop' : 'team')
      continue
    }
    const cell = row.cells.memberName
    const at = cell?.at ?? ''
    const phone = values.memberPhone ?? ''
    const nameKey = wordKey(name)
    const twins = inFile.get(nameKey) ?? []
    const twin = twins.find((one) => one.phone === phone || phone === '') ?? twins[0]
    const issue = { field: 'memberName', at, text: cell?.text ?? name } as const
    if (twin && (twin.phone === phone || phone === '')) {
      issues.push({ ...issue, code: 'duplicateRow', effect: 'dropRow', details: { at: placeIn(row.sheet, twin) } })
      actions.set(row.key, 'drop')
      continue
    }
    if (twin) issues.push({ ...issue, code: 'sameName', effect: 'note', details: { at: placeIn(row.sheet, twin) } })
    inFile.set(nameKey, [...twins, { at, sheet: row.sheet, phone }])
    const old = findMember(knownByName.get(nameKey) ?? [], phone, taken)
    if (old) taken.add(old.id)
    const set = memberFields(name, values, old)
    if (!old) members.push({ id: null, set })
    else if (Object.keys(set).length > 0 && existing === 'update') members.push({ id: old.id, set })
    actions.set(
      row.key,
      !old ? 'add' : Object.keys(set).length === 0 ? 'same' : existing === 'update' ? 'update' : 'skip',
    )
  }
  return { members, actions }
}

/** An address, with its sheet when it is another one. */
export function placeIn(here: string, { sheet, at }: { readonly sheet: string; readonly at: string }): string {
  return sheet === here ? at : `${sheet} ${at}`
}

function byNameKey(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>()
  for (const member of members) {
    const key = wordKey(member.name)
    groups.set(key, [...(groups.get(key) ?? []), member])
  }
  return groups
}

/** Of those with the name the one with the phone; else the only one: then the phone is new. */
function findMember(sameName: readonly Member[], phone: string, taken: ReadonlySet<string>): Member | null {
  const free = sameName.filter((member) => !taken.has(member.id))
  const samePhone = free.find((member) => member.phone === phone)
  if (samePhone) return samePhone
  return free.length === 1 ? (free[0] ?? null) : null
}

function memberFields(name: string, values: RosterValues, old: Member | null): Omit<MemberSet, 'id'> {
  const { memberPhone, memberPost, memberSkills } = values
  return {
    ...(old ? {} : { name }),
    ...(memberPhone === undefined || memberPhone === old?.phone ? {} : { phone: memberPhone }),
    ...(memberPost === undefined || memberPost === old?.post ? {} : { post: memberPost }),
    ...(memberSkills === undefined || (old && canonical(memberSkills) === canonical(old.skills))
      ? {}
      : { skills: [...memberSkills] }),
  }
}
