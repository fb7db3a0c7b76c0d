import type { Recipient } from '../../../shared/domain/task/events.ts'
import type { TeamState } from '../../../shared/domain/team/events.ts'
import { useDesk } from '../../useDesk.ts'

/** Somebody a task can be given to, with the words it is found by and told apart. */
export interface RecipientOption {
  readonly recipient: Recipient
  /** A short remark, such as a post, a village or a state. */
  readonly remark: string
  /** State of a team that is not standing by; it can be chosen all the same. */
  readonly busy: Exclude<TeamState, 'standby'> | null
}

export interface Sources {
  readonly teams: readonly { id: string; name: string; phone: string; village: string; state: TeamState }[]
  readonly villages: readonly { id: string; name: string }[]
  readonly people: readonly { id: string; name: string; phone: string; post: string }[]
}

/** Teams, then villages, then persons. */
export function recipientOptions({ teams, villages, people }: Sources): readonly RecipientOption[] {
  return [
    ...teams.map(({ id, name, phone, village, state }) => ({
      recipient: withPhone({ kind: 'team', id, name }, phone),
      remark: village,
      busy: state === 'standby' ? null : state,
    })),
    ...villages.map(({ id, name }) => ({ recipient: { kind: 'village' as const, id, name }, remark: '', busy: null })),
    ...people.map(({ id, name, phone, post }) => ({
      recipient: withPhone({ kind: 'person', id, name }, phone),
      remark: post,
      busy: null,
    })),
  ]
}

function withPhone(recipient: Recipient, phone: string): Recipient {
  return phone ? { ...recipient, phone } : recipient
}

const nobody: readonly RecipientOption[] = []

/** Everybody a task can be given to now. */
export function useRecipients(): readonly RecipientOption[] {
  const teams = useDesk('teams.options', null, ['team'])
  const villages = useDesk('villages.options', null, ['village'])
  const people = useDesk('people.options', null, ['person'])
  if (!teams.data || !villages.data || !people.data) return nobody
  return recipientOptions({ teams: teams.data, villages: villages.data, people: people.data })
}
