import { z } from 'zod'
import type { EventOf, Seen } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'
import { requiredText, shortText } from '../values.ts'
import type { Voiding } from '../voiding.ts'

/** Why somebody is rung for a task: leads the team, stands in for its leader, its duty room, is in it, or was told the task. */
export const CALLEE_POSTS = ['leader', 'deputy', 'dutyRoom', 'member', 'recipient'] as const
/** Who is rung, by name and number: the record is read without the roster. `title`: the post as the roster has it (副队长). */
export const callee = z.object({
  name: requiredText,
  phone: requiredText,
  post: z.enum(CALLEE_POSTS),
  title: shortText,
})
export type Callee = z.infer<typeof callee>

/** 通, 无人接, 忙, 关机, 已复述. Only what was repeated back is 收到. */
export const RING_OUTCOMES = ['through', 'noAnswer', 'busy', 'off', 'repeated'] as const
export const ringOutcome = z.enum(RING_OUTCOMES)
export type RingOutcome = (typeof RING_OUTCOMES)[number]

/** One call made for a task. */
export interface TaskRing {
  readonly callee: Callee
  readonly outcome: RingOutcome
  /** When it was made, ms. */
  readonly at: number
  /** The round it belongs to, as in Task.round. */
  readonly round: string
  readonly voided: Voiding | null
  readonly writer: Writer
}

/** Why somebody else is asked: nobody said 收到 in time, or the calls failed. */
export const ESCALATION_CAUSES = ['limit', 'rings'] as const
export type EscalationCause = (typeof ESCALATION_CAUSES)[number]

/** One step up: who could not be reached, who is asked instead. */
export interface TaskEscalation {
  readonly from: Callee | null
  readonly to: Callee
  /** Another team's name; '' within the same one. */
  readonly team: string
  readonly cause: EscalationCause
  /** Failed calls to `from` by then. */
  readonly failed: number
  readonly at: number
  readonly round: string
  readonly writer: Writer
}

/** Somebody is the same by number: a roster names the same man 王建军 and 王队长. */
export function calleeKey({ phone }: Pick<Callee, 'phone'>): string {
  return phone.replace(/[\s-]/g, '')
}

/** Nobody was reached. One that went void was never made. */
export function isFailed({ outcome, voided }: Pick<TaskRing, 'outcome' | 'voided'>): boolean {
  if (voided) return false
  return outcome === 'noAnswer' || outcome === 'busy' || outcome === 'off'
}

interface Round {
  readonly round: string
}

export function ringOf({ round }: Round, event: EventOf<'task.rung'>, seen: Seen): TaskRing {
  const { callee, outcome, at } = event.body
  return { callee, outcome, at, round: roundOf(round, seen), voided: null, writer: writerOf(event) }
}

export function escalationOf({ round }: Round, event: EventOf<'task.escalated'>, seen: Seen): TaskEscalation {
  const { from, to, team, cause, failed, at } = event.body
  const writer = writerOf(event)
  return { from: from ?? null, to, team: team?.name ?? '', cause, failed, at, round: roundOf(round, seen), writer }
}

/** Whoever rang without knowing of the new round rang for the one before. */
function roundOf(round: string, seen: Seen): string {
  return round === '' || seen(round) ? round : 'before'
}
