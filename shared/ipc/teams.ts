import { z } from 'zod'
import type { Merged } from '../domain/merging.ts'
import { memberSet, type TeamFields, type TeamState, teamAdded, teamChanges, teamState } from '../domain/team/events.ts'
import type { Member } from '../domain/team/read.ts'
import type { Load, Whereabouts } from '../domain/team/whereabouts.ts'
import { entityId, incidentRef, instant, reason, requiredText, shortText, versions } from '../domain/values.ts'
import type { Json } from '../protocol/canonical.ts'
import { channel } from './channel.ts'

/** A team as the ledger shows it. */
export interface TeamLine extends TeamFields {
  readonly id: string
  /** Versions an edit has to name as `base`. */
  readonly tips: readonly string[]
  /** How many people are named in it. */
  readonly members: number
  readonly state: TeamState
  /** Why it is in that state, '' when nobody said. */
  readonly reason: string
  /** Since when, and who said so; null: nobody has spoken of its state. */
  readonly since: { readonly atMs: number; readonly by: string } | null
  /** Where somebody last said it is. */
  readonly position: { readonly place: string; readonly at: number } | null
  readonly merged: Merged | null
  /** Why it was retired, or null. */
  readonly retired: string | null
  /** How many fields were set at the same time elsewhere (并发). */
  readonly contested: number
}

/** A field that two people set without sight of each other; the first value is the one shown elsewhere. */
export interface ContestedField {
  readonly field: string
  /** Name of the member it belongs to, null for the team's own. */
  readonly member: string | null
  readonly values: readonly { readonly value: Json; readonly by: string; readonly atMs: number }[]
}

export interface TeamDetail {
  readonly team: TeamLine
  readonly members: readonly TeamMemberLine[]
  readonly contestedFields: readonly ContestedField[]
  /** Records merged into this one; their members are listed with its own. */
  readonly mergedFrom: readonly { readonly id: string; readonly name: string }[]
}

export interface TeamMemberLine extends Member {
  /** Record that holds the member: the team itself, or one merged into it. */
  readonly team: string
}

/** What a team has in hand, and where it was last heard of. */
export interface TeamLoad extends Load {
  readonly id: string
  readonly place: Whereabouts | null
}

/** A team a task can be given to. */
export interface TeamOption {
  readonly id: string
  readonly name: string
  readonly state: TeamState
  readonly leader: string
  /** The number to call: the leader's, else the team's own. */
  readonly phone: string
  readonly village: string
}

const edit = { team: entityId, base: versions }
const memberEdit = memberSet.omit({ id: true }).extend({ id: entityId.nullable() })

export const teamChannels = {
  /** All teams: retired and merged ones too. */
  'teams.list': channel(z.null()).answers<readonly TeamLine[]>(),
  /** Those that can be sent now or later: not merged away, not retired. */
  'teams.options': channel(z.null()).answers<readonly TeamOption[]>(),
  /** Of those that can be sent. Topics: team, task, incident. */
  'teams.load': channel(z.null()).answers<readonly TeamLoad[]>(),
  /** Null: no such team. */
  'teams.get': channel(z.object({ team: entityId })).answers<TeamDetail | null>(),
  'teams.add': channel(teamAdded).answers<{
    readonly id: string
  }>(),
  'teams.edit': channel(z.object({ ...edit, set: teamChanges })).answers<null>(),
  /** `id` null: a new member. */
  'teams.setMember': channel(z.object({ ...edit, member: memberEdit })).answers<{ readonly id: string }>(),
  'teams.removeMember': channel(z.object({ ...edit, member: entityId, reason })).answers<null>(),
  'teams.setState': channel(
    z.object({ ...edit, state: teamState, reason: shortText, incident: incidentRef.exactOptional() }),
  ).answers<null>(),
  /** 报位置. */
  'teams.locate': channel(z.object({ ...edit, place: requiredText, at: instant })).answers<null>(),
  'teams.retire': channel(z.object({ ...edit, reason })).answers<null>(),
  'teams.restore': channel(z.object({ ...edit, reason })).answers<null>(),
  'teams.merge': channel(z.object({ ...edit, into: entityId, reason })).answers<null>(),
  'teams.unmerge': channel(z.object({ ...edit, reason })).answers<null>(),
} as const
