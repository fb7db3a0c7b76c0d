import type { Recipient } from '../../../shared/domain/task/events.ts'
import { compareLoad } from '../../../shared/domain/team/whereabouts.ts'
import type { TeamLoad } from '../../../shared/ipc/teams.ts'
import { useDesk } from '../../useDesk.ts'

/** Somebody a task can be given to, with the words it is found by and told apart. */
export interface RecipientOption {
  readonly recipient: Recipient
  /** A short remark, such as a post, a village or a state. */
  readonly remark: string
  /** What a team has in hand and where it is; it can be chosen all the same. */
  readonly load: TeamLoad | null
}

export interface Sources {
  readonly teams: readonly { id: string; name: string; phone: string; village: string }[]
  readonly loads: readonly TeamLoad[]
  readonly villages: readonly { id: string; name: string }[]
  readonly people: readonly { id: string; name: string; phone: string; post: string }[]
}

/** Teams, whoever is free first, then villages, then persons. */
export function recipientOptions({ teams, loads, villages, people }: Sources): readonly RecipientOption[] {
  const byTeam = new Map(loads.map((load) => [load.id, load]))
  const free = { state: 'standby', open: 0 } as const
  const sorted = teams.toSorted((a, b) => compareLoad(byTeam.get(a.id) ?? free, byTeam.get(b.id) ?? free))
  return [
    ...sorted.map(({ id, name, phone, village }) => ({
      recipient: withPhone({ kind: 'team', id, name }, phone),
      remark: village,
      load: byTeam.get(id) ?? null,
    })),
    ...villages.map(({ id, name }) => ({ recipient: { kind: 'village' as const, id, name }, remark: '', load: null })),
    ...people.map(({ id, name, phone, post }) => ({
      recipient: withPhone({ kind: 'person', id, name }, phone),
      remark: post,
      load: null,
    })),
  ]
}

function withPhone(recipient: Recipient, phone: string): Recipient {
  return phone ? { ...recipient, phone } : recipient
}

const nobody: readonly RecipientOption[] = []
const noLoads: readonly TeamLoad[] = []

/** Everybody a task can be given to now. */
export function useRecipients(): readonly RecipientOption[] {
  const teams = useDesk('teams.options', null, ['team'])
  const villages = useDesk('villages.options', null, ['village'])
  const people = useDesk('people.options', null, ['person'])
  // Where they are is told when it is known: nobody waits for it to choose.
  const loads = useDesk('teams.load', null, ['team', 'task', 'incident']).data ?? noLoads
  if (!teams.data || !villages.data || !people.data) return nobody
  return recipientOptions({ teams: teams.data, loads, villages: villages.data, people: people.data })
}
