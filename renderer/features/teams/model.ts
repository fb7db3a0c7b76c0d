import { readPhone } from '../../../shared/domain/sheet/phone.ts'
import { cleanName, cleanText, listParts } from '../../../shared/domain/sheet/words.ts'
import { readEquipment, writeEquipment } from '../../../shared/domain/team/equipment.ts'
import type { TeamChanges, TeamFields } from '../../../shared/domain/team/events.ts'
import { compareLoad, type Load } from '../../../shared/domain/team/whereabouts.ts'
import type { VillageRef } from '../../../shared/domain/values.ts'
import type { TeamLine, TeamMemberLine } from '../../../shared/ipc/teams.ts'
import { type StrengthRule, strengthRule } from './kinds.ts'

/** A team as it is typed. */
export interface TeamForm {
  readonly name: string
  readonly kind: string | null
  /** Id of a village, `name:<name>` for one that is not registered, null for none. */
  readonly village: string | null
  readonly leader: string
  readonly leaderPhone: string
  readonly phone: string
  readonly strength: string
  readonly skills: string
  readonly equipment: string
  readonly note: string
}

export const EMPTY_TEAM: TeamForm = {
  name: '',
  kind: null,
  village: null,
  leader: '',
  leaderPhone: '',
  phone: '',
  strength: '',
  skills: '',
  equipment: '',
  note: '',
}

/** Field → key below `teams:problem`. */
export type FormProblems<Form> = { readonly [F in keyof Form]?: string }

const UNREGISTERED = 'name:'

export function teamFormOf(team: TeamFields): TeamForm {
  const { name, kind, village, leader, phone, strength, skills, equipment, note } = team
  return {
    name,
    kind,
    village: village ? (village.id ?? UNREGISTERED + village.name) : null,
    leader: leader?.name ?? '',
    leaderPhone: leader?.phone ?? '',
    phone,
    strength: strength === null ? '' : String(strength),
    skills: skills.join('、'),
    equipment: writeEquipment(equipment),
    note,
  }
}

export function teamProblems(form: TeamForm): FormProblems<TeamForm> {
  return {
    ...(cleanText(form.name) === '' ? { name: 'nameNeeded' } : {}),
    ...(form.kind === null ? { kind: 'kindNeeded' } : {}),
    ...phoneProblem('phone', form.phone),
    ...phoneProblem('leaderPhone', form.leaderPhone),
    ...(cleanName(form.leader) === '' && cleanText(form.leaderPhone) !== '' ? { leader: 'leaderNeeded' } : {}),
    ...(/^\d{0,5}$/.test(digits(form.strength)) ? {} : { strength: 'strength' }),
  }
}

/** The fields a form without problems stands for. */
export function teamFieldsOf(form: TeamForm, villages: readonly VillageRef[]): TeamFields {
  const leader = cleanName(form.leader)
  return {
    name: cleanText(form.name),
    kind: form.kind ?? 'other',
    village: villageOf(form.village, villages),
    leader: leader === '' ? null : { name: leader, phone: phoneOf(form.leaderPhone) },
    phone: phoneOf(form.phone),
    strength: digits(form.strength) === '' ? null : Number(digits(form.strength)),
    skills: [...listParts(form.skills)],
    equipment: [...readEquipment(form.equipment)],
    note: cleanText(form.note),
  }
}

/** Only what was changed goes into the record: the rest may have been set elsewhere meanwhile. */
export function teamChangesOf(before: TeamFields, after: TeamFields): TeamChanges {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !isSame(value, before[field as keyof TeamFields])),
  )
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    left.length === right.length && left.every(([key, value]) => isSame(value, (b as Record<string, unknown>)[key]))
  )
}

function villageOf(value: string | null, villages: readonly VillageRef[]): TeamFields['village'] {
  if (value === null) return null
  if (value.startsWith(UNREGISTERED)) return { name: value.slice(UNREGISTERED.length) }
  const village = villages.find(({ id }) => id === value)
  return village ? { id: village.id, name: village.name } : null
}

/** The villages to choose from; the team's own stays choosable when it is not registered or no longer is. */
export function villageOptions(
  villages: readonly VillageRef[],
  own: TeamFields['village'],
): readonly { readonly id: string; readonly name: string; readonly registered: boolean }[] {
  const known = villages.map(({ id, name }) => ({ id, name, registered: true }))
  if (!own || known.some(({ id }) => id === own.id)) return known
  return [...known, { id: own.id ?? UNREGISTERED + own.name, name: own.name, registered: false }]
}

/** A member as it is typed. */
export interface MemberForm {
  readonly name: string
  readonly post: string
  readonly phone: string
  readonly skills: string
}

export const EMPTY_MEMBER: MemberForm = { name: '', post: '', phone: '', skills: '' }

export function memberFormOf({ name, post, phone, skills }: TeamMemberLine): MemberForm {
  return { name, post, phone, skills: skills.join('、') }
}

export function memberProblems(form: MemberForm): FormProblems<MemberForm> {
  return { ...(cleanName(form.name) === '' ? { name: 'memberNameNeeded' } : {}), ...phoneProblem('phone', form.phone) }
}

/** What a member form sets: everything for a new member, what was changed for a known one. */
export function memberSetOf(form: MemberForm, before: TeamMemberLine | null) {
  const after = {
    name: cleanName(form.name),
    post: cleanText(form.post),
    phone: phoneOf(form.phone),
    skills: [...listParts(form.skills)],
  }
  if (!before) return { id: null, ...after }
  const changed = Object.entries(after).filter(([field, value]) => !isSame(value, before[field as keyof typeof after]))
  return { id: before.id, ...(Object.fromEntries(changed) as Partial<typeof after>) }
}

function phoneProblem(field: string, text: string): { readonly [field: string]: string } {
  if (cleanText(text) === '') return {}
  const read = readPhone(text)
  if (read.ok) return {}
  return { [field]: read.why === 'scientific' ? 'phoneScientific' : 'phone' }
}

function phoneOf(text: string): string {
  const read = readPhone(text)
  return read.ok ? read.phone : ''
}

function digits(text: string): string {
  return cleanText(text.normalize('NFKC'))
}

/** The rule a team falls short of, or null. Named members and reported strength: the larger counts. */
export function shortfall({
  kind,
  members,
  strength,
}: Pick<TeamLine, 'kind' | 'members' | 'strength'>): StrengthRule | null {
  const rule = strengthRule(kind)
  return rule && Math.max(members, strength ?? 0) < rule.minimum ? rule : null
}

export interface TeamTotals {
  readonly teams: number
  readonly members: number
  readonly standby: number
}

/** Of the teams that stand for themselves. */
export function totalsOf(teams: readonly TeamLine[]): TeamTotals {
  const active = teams.filter(isActive)
  return {
    teams: active.length,
    members: active.reduce((sum, { members }) => sum + members, 0),
    standby: active.filter(({ state }) => state === 'standby').length,
  }
}

/** Whoever can be sent first; without a load (merged, retired) last. */
export function compareByLoad(loads: ReadonlyMap<string, Load>): (a: TeamLine, b: TeamLine) => number {
  return (a, b) => {
    const [one, other] = [loads.get(a.id), loads.get(b.id)]
    return one && other ? compareLoad(one, other) : Number(other !== undefined) - Number(one !== undefined)
  }
}

export function isActive({ merged, retired }: Pick<TeamLine, 'merged' | 'retired'>): boolean {
  return !merged && retired === null
}
