import { z } from 'zod'
import type { DisposalCard } from '../domain/card/card.ts'
import type { Folded } from '../domain/fold.ts'
import { commander, HELP_OUTCOMES, STEP_STATES } from '../domain/response/events.ts'
import { responseLevel } from '../domain/response/levels.ts'
import type { Response } from '../domain/response/response.ts'
import { entityId, instant, longText, means, reason, requiredText, shortText, versions } from '../domain/values.ts'
import { channel } from './channel.ts'

/** A disposal card as the board shows it. */
export interface CardOnBoard {
  readonly card: DisposalCard
  /** Who has signed this very text; null: needs local review. */
  readonly review: { readonly by: string; readonly atMs: number; readonly note: string } | null
  /** Tips of its sign-off record, for the next one. */
  readonly tips: readonly string[]
}

/** Everything about the response to one incident. */
export interface ResponseBoard {
  /** Null while nothing was ever done. */
  readonly response: Folded<Response> | null
  /** At hand for this incident, in their order. */
  readonly cards: readonly CardOnBoard[]
  /** All there are, to take another one to hand. */
  readonly others: readonly { readonly id: string; readonly title: DisposalCard['title'] }[]
  /** Files of cards that could not be read. */
  readonly unreadable: readonly string[]
  /** When the first call of the incident came, ms; else when it was opened. */
  readonly receivedAt: number
  /** Minutes from the giving of a task within which a team should be there; null: no such rule. */
  readonly ringMinutes: number | null
  /** Where the limits come from. */
  readonly sources: { readonly firstHalfHour: string; readonly ring: string }
}

/** On whose word; `person` one of the township's people, else a name. */
const authority = z.object({
  person: entityId.nullable(),
  name: shortText,
  means,
  at: instant,
  instead: reason.optional(),
})
const on = { incident: entityId, base: versions }
const said = { at: instant, by: shortText, means }

export const responseChannels = {
  'response.board': channel(z.object({ incident: entityId })).answers<ResponseBoard | null>(),
  'response.start': channel(
    z.object({
      ...on,
      at: instant,
      level: responseLevel,
      authority,
      commander,
      since: instant,
      note: longText.optional(),
    }),
  ).answers<null>(),
  'response.changeLevel': channel(
    z.object({ ...on, at: instant, level: responseLevel, authority, reason }),
  ).answers<null>(),
  'response.end': channel(z.object({ ...on, at: instant, authority, reason })).answers<null>(),
  'response.offerCommand': channel(
    z.object({ ...on, to: commander, at: instant, means, note: shortText.optional() }),
  ).answers<null>(),
  /** 接受 or 不接受 a 移交指挥. */
  'response.answerCommand': channel(
    z.object({ ...on, transfer: requiredText, accepted: z.boolean(), ...said, reason: reason.optional() }),
  ).answers<null>(),
  'response.markStep': channel(
    z.object({
      ...on,
      card: entityId,
      step: requiredText,
      state: z.enum(STEP_STATES),
      at: instant,
      /** '' : the person at the desk. */
      by: shortText,
      means: means.optional(),
      tasks: z.array(entityId).max(100).optional(),
      note: shortText.optional(),
      reason: reason.optional(),
    }),
  ).answers<null>(),
  'response.chooseCard': channel(
    z.object({ ...on, card: entityId, chosen: z.boolean(), reason: reason.optional() }),
  ).answers<null>(),
  'response.giveEta': channel(z.object({ ...on, task: entityId, arriveAt: instant, ...said })).answers<null>(),
  'response.askHelp': channel(
    z.object({ ...on, from: requiredText, what: shortText.min(1), person: shortText, at: instant, means }),
  ).answers<null>(),
  'response.answerHelp': channel(
    z.object({ ...on, help: requiredText, outcome: z.enum(HELP_OUTCOMES), note: shortText, ...said }),
  ).answers<null>(),
  'card.list': channel(z.null()).answers<{
    readonly cards: readonly CardOnBoard[]
    readonly unreadable: readonly string[]
  }>(),
  /** 审核: answers for the card as it stands. */
  'card.review': channel(z.object({ card: entityId, base: versions, note: longText })).answers<null>(),
  'card.withdrawReview': channel(z.object({ card: entityId, base: versions, reason })).answers<null>(),
} as const

/** Arguments of one channel, parsed. */
export type ResponseArgs<C extends keyof typeof responseChannels> = z.output<(typeof responseChannels)[C]['args']>
