import { z } from 'zod'
import type { Lane } from '../../protocol/lanes.ts'
import { entityId, incidentRef, instant, reason, requiredText, shortText, teamRef } from '../values.ts'

/** 备勤, 出动, 休整, 不可用. */
export const TEAM_STATES = ['standby', 'dispatched', 'resting', 'unavailable'] as const
export const teamState = z.enum(TEAM_STATES)
export type TeamState = z.infer<typeof teamState>

/** Key in resources/classification/teamKinds.json; a county may add its own, so any key is kept. */
export const teamKind = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/)

/** `count` absent: nobody knows how many, which is not zero. */
export const equipmentItem = z.object({
  name: requiredText,
  count: z.number().min(0).max(1e6).exactOptional(),
  unit: shortText.max(20),
})
export type EquipmentItem = z.infer<typeof equipmentItem>

/** A village that is not registered in this township is kept by its name alone. */
export const teamVillage = z.object({ id: entityId.exactOptional(), name: requiredText })
export type TeamVillage = z.infer<typeof teamVillage>

export const teamLeader = z.object({ name: requiredText, phone: shortText })
export type TeamLeader = z.infer<typeof teamLeader>

const tags = z.array(requiredText).max(50)
const equipment = z.array(equipmentItem).max(200)
/** Headcount as reported, which may exceed the members named here; null: not reported. */
const strength = z.int().min(0).max(100_000).nullable()

export const teamFields = z.object({
  name: requiredText,
  kind: teamKind,
  village: teamVillage.nullable(),
  leader: teamLeader.nullable(),
  /** The team's own telephone, such as its duty room. */
  phone: shortText,
  skills: tags,
  equipment,
  strength,
  note: shortText,
})

/** Any of them; what is left out stays as it is. */
export const teamChanges = z.object({
  name: requiredText.exactOptional(),
  kind: teamKind.exactOptional(),
  village: teamVillage.nullable().exactOptional(),
  leader: teamLeader.nullable().exactOptional(),
  phone: shortText.exactOptional(),
  skills: tags.exactOptional(),
  equipment: equipment.exactOptional(),
  strength: strength.exactOptional(),
  note: shortText.exactOptional(),
})

export const teamAdded = teamChanges.extend({ name: requiredText, kind: teamKind })
export type TeamChanges = z.infer<typeof teamChanges>
export type TeamFields = z.infer<typeof teamFields>

/** Members left out stay as they are; a member not known yet is added. Ids are made at the console. */
export const memberSet = z.object({
  id: entityId,
  name: requiredText.exactOptional(),
  phone: shortText.exactOptional(),
  skills: tags.exactOptional(),
  post: shortText.exactOptional(),
})
export type MemberSet = z.infer<typeof memberSet>

/** Members of one event: with every field full it stays far below the largest envelope. */
export const MEMBERS_AT_ONCE = 50

export const teamBodies = {
  'team.added': teamAdded,
  'team.edited': z.object({ set: teamChanges }),
  'team.membersSet': z.object({ members: z.array(memberSet).min(1).max(MEMBERS_AT_ONCE) }),
  'team.membersRemoved': z.object({
    members: z
      .array(z.object({ id: entityId, name: shortText }))
      .min(1)
      .max(MEMBERS_AT_ONCE),
    reason,
  }),
  /** Lane 1: it can be read before the team itself has arrived, so it carries the team's name. */
  'team.stateChanged': z.object({
    name: shortText,
    state: teamState,
    reason: shortText,
    incident: incidentRef.exactOptional(),
  }),
  /** 报位置: where it says it is, and since when. */
  'team.located': z.object({ name: shortText, place: requiredText, at: instant }),
  'team.retired': z.object({ reason }),
  'team.restored': z.object({ reason }),
  /** The same team registered twice: `into` stands, this one is shown as part of it. */
  'team.merged': z.object({ into: teamRef, reason }),
  'team.unmerged': z.object({ reason }),
} as const

/** Whether a team can go, and where it is, is command traffic; its roster is not. */
export const teamLanes = { 'team.stateChanged': (): Lane => 1, 'team.located': (): Lane => 1 } as const

/** 导入名册: one line of the log for the whole act. `sha256` of the file, so that the paper it came from can be found. */
export const rosterBodies = {
  'roster.imported': z.object({
    file: shortText,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    teamsAdded: z.int().min(0),
    teamsUpdated: z.int().min(0),
    membersAdded: z.int().min(0),
    membersUpdated: z.int().min(0),
    rowsLeftOut: z.int().min(0),
  }),
} as const
