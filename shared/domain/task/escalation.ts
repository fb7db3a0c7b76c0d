import type { TeamState } from '../team/events.ts'
import { type Callee, calleeKey, type EscalationCause, isFailed, type TaskEscalation, type TaskRing } from './rings.ts'

/** A team that could take over, as far as it matters for that. */
export interface StandIn {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly skills: readonly string[]
  readonly state: TeamState
  /** Tasks it has in hand. */
  readonly open: number
  /** Whom to ring there first; null: no number is known. */
  readonly callee: Callee | null
}

export type NextAsked =
  | { readonly who: 'callee'; readonly to: Callee }
  /** `shared`: what it can do that the first one can; empty: it is of the same kind. */
  | { readonly who: 'team'; readonly team: StandIn; readonly to: Callee; readonly shared: readonly string[] }
  | { readonly who: 'nobody' }

/** What the screen proposes: who did not answer, why somebody else is asked, and whom. */
export interface Proposal {
  readonly cause: EscalationCause
  readonly from: Callee | null
  /** Failed calls to `from` in this round. */
  readonly failed: number
  readonly next: NextAsked
}

export interface EscalationFacts {
  readonly calls: readonly Callee[]
  readonly rings: readonly TaskRing[]
  readonly escalations: readonly TaskEscalation[]
  readonly round: string
  /** Nothing is proposed once somebody answered, or while nothing is expected. */
  readonly waiting: boolean
  /** Until when 收到 has to be said; null: no such rule. */
  readonly acknowledgeBy: number | null
  /** Failed calls to one person after which the next is proposed; null: no such rule. */
  readonly mostFailed: number | null
  /** The team it was given to; null for a village or a person. */
  readonly team: Pick<StandIn, 'id' | 'kind' | 'skills'> | null
  readonly others: readonly StandIn[]
  /** Ids of all it was given to so far: nobody is asked a second time. */
  readonly askedTeams: readonly string[]
}

/** Whoever is being rung now: the one asked last in this round, else the first in the order. */
export function callingNow({
  calls,
  escalations,
  round,
}: Pick<EscalationFacts, 'calls' | 'escalations' | 'round'>): Callee | null {
  return escalations.findLast((one) => one.round === round && one.team === '')?.to ?? calls[0] ?? null
}

/**
 * waiting ─ limit passed, or too many failed calls ─▶ the deputy ─▶ the duty room ─▶ another team with the skill and the least
 * in hand ─▶ a member nobody rang yet ─▶ nobody is left
 */
export function proposeNext(facts: EscalationFacts, now: number): Proposal | null {
  const { waiting, acknowledgeBy, mostFailed, calls, round } = facts
  if (!waiting) return null
  const from = callingNow(facts)
  const rings = facts.rings.filter((ring) => ring.round === round)
  const failedOf = (one: Callee) => rings.filter((ring) => isFailed(ring) && calleeKey(ring.callee) === calleeKey(one))
  const failed = from ? failedOf(from).length : 0
  const tooOften = mostFailed !== null && failed >= mostFailed
  const late = acknowledgeBy !== null && now > acknowledgeBy
  if (!tooOften && !late) return null
  const cause = tooOften ? 'rings' : 'limit'
  const place = from ? calls.findIndex((one) => calleeKey(one) === calleeKey(from)) : -1
  const after = calls.slice(place + 1).filter((one) => failedOf(one).length === 0)
  const standIn = after.find(({ post }) => post === 'deputy' || post === 'dutyRoom')
  if (standIn) return { cause, from, failed, next: { who: 'callee', to: standIn } }
  const other = otherTeam(facts)
  if (other) return { cause, from, failed, next: other }
  const member = after[0]
  return { cause, from, failed, next: member ? { who: 'callee', to: member } : { who: 'nobody' } }
}

/** Of the same kind, or with a skill in common; on standby; the one with the least in hand, then with most in common. */
function otherTeam({ team, others, askedTeams }: EscalationFacts): NextAsked | null {
  if (!team) return null
  const [best] = others
    .flatMap((one) => {
      const shared = one.skills.filter((skill) => team.skills.includes(skill))
      const able = one.kind === team.kind || shared.length > 0
      return one.callee && able && one.id !== team.id && !askedTeams.includes(one.id) && one.state === 'standby'
        ? [{ team: one, to: one.callee, shared }]
        : []
    })
    .toSorted(
      (a, b) =>
        a.team.open - b.team.open ||
        b.shared.length - a.shared.length ||
        Number(b.team.kind === team.kind) - Number(a.team.kind === team.kind) ||
        (a.team.id < b.team.id ? -1 : 1),
    )
  return best ? { who: 'team', ...best } : null
}

/** Names a proposal, so that what was accepted is what was on screen. */
export function proposalKey({ cause, next }: Proposal): string {
  if (next.who === 'nobody') return `${cause}/nobody`
  return `${cause}/${next.who === 'team' ? next.team.id : calleeKey(next.to)}`
}
