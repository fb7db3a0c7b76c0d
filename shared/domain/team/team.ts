import type { Aggregate, EventMeta, Seen } from '../event.ts'
import { MERGED } from '../merging.ts'
import { type Registers, writeFields } from '../registers.ts'
import type { MemberSet, TeamState } from './events.ts'

/** A rescue team of the township, a village, an enterprise or a volunteer body. */
export interface Team {
  readonly id: string
  /** The members of `teamFields`; status ({state, reason}), position ({place, at}), retired (a reason or null), merged. */
  readonly fields: Registers
  readonly members: { readonly [id: string]: TeamMember }
}

export interface TeamMember {
  readonly id: string
  /** name, phone, skills, post; removed (a reason or null). */
  readonly fields: Registers
}

/** What a team is doing, as one value: a state without its reason says half. */
export interface TeamStatus {
  readonly state: TeamState
  readonly reason: string
}

export const teamAggregate: Aggregate<Team> = {
  name: 'team',
  initial: (id) => ({ id, fields: {}, members: {} }),
  reduce(state, event, seen) {
    const write = (set: object): Team => ({
      ...state,
      // Bodies were parsed from JSON: no member of theirs is undefined.
      fields: writeFields(state.fields, set as Parameters<typeof writeFields>[1], event, seen),
    })
    switch (event.kind) {
      case 'team.added':
        return write(event.body)
      case 'team.edited':
        return write(event.body.set)
      case 'team.membersSet':
        return { ...state, members: setMembers(state.members, event.body.members, event, seen) }
      case 'team.membersRemoved': {
        const members = { ...state.members }
        for (const { id, name } of event.body.members) {
          const member = members[id] ?? { id, fields: writeFields({}, { name }, event, seen) }
          const removed = { removed: event.body.reason }
          members[id] = { ...member, fields: writeFields(member.fields, removed, event, seen) }
        }
        return { ...state, members }
      }
      case 'team.stateChanged': {
        const { name, state: now, reason, incident } = event.body
        const named = state.fields.name ? {} : { name }
        return write({ ...named, status: incident ? { state: now, reason, incident } : { state: now, reason } })
      }
      case 'team.located': {
        const { name, place, at } = event.body
        return write({ ...(state.fields.name ? {} : { name }), position: { place, at } })
      }
      case 'team.retired':
        return write({ retired: event.body.reason })
      case 'team.restored':
        return write({ retired: null })
      case 'team.merged':
        return write({ [MERGED]: { ...event.body.into, reason: event.body.reason } })
      case 'team.unmerged':
        return write({ [MERGED]: null })
      default:
        return state
    }
  },
}

function setMembers(
  members: Team['members'],
  set: readonly MemberSet[],
  event: EventMeta,
  seen: Seen,
): Team['members'] {
  const written: { [id: string]: TeamMember } = { ...members }
  for (const { id, ...fields } of set) {
    const old = written[id]?.fields ?? {}
    // Whoever edits a member without having seen the removal does not bring the member back.
    const removal = old.removed
    const back = removal && seen(removal.by.version) ? { removed: null } : {}
    written[id] = { id, fields: writeFields(old, { ...fields, ...back }, event, seen) }
  }
  return written
}
