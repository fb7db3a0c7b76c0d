import { z } from 'zod'
import { recipient, ruleOutcome, taskRef } from '../task/events.ts'
import { entityId, incidentRef, instant, longText, means, reason, requiredText, role, shortText } from '../values.ts'
import { responseLevel } from './levels.ts'

/** The response to an incident is one record, so that two consoles that act at once are seen. */
export const responseEntity = (incident: string): string => `response-${incident}`

/** Who commands. The id is there when the person is registered; a county's commander mostly is not. */
export const commander = z.object({ id: entityId.exactOptional(), name: requiredText, post: shortText })
export type Commander = z.infer<typeof commander>

/**
 * On whose word it was done: given at the desk (inPerson) or by other means, when. `role` is the one that person held; `instead`
 * says why it was not the township's head.
 */
export const authority = z.object({
  id: entityId.exactOptional(),
  name: requiredText,
  role: role.nullable(),
  means,
  at: instant,
  instead: reason.exactOptional(),
})
export type Authority = z.infer<typeof authority>

/** Clocks of a response: the steps of the first half hour. */
export const RESPONSE_CLOCKS = ['firstHalfHour'] as const
export type ResponseClock = (typeof RESPONSE_CLOCKS)[number]

/** assigned 已派任务; done 已落实; notApplicable 不适用; open: taken back. */
export const STEP_STATES = ['open', 'assigned', 'done', 'notApplicable'] as const
export type StepState = (typeof STEP_STATES)[number]

/** What became of a request for help. */
export const HELP_OUTCOMES = ['agreed', 'arrived', 'declined', 'withdrawn'] as const
export type HelpOutcome = (typeof HELP_OUTCOMES)[number]

const incident = incidentRef
/** A disposal card as it was named when somebody used it. */
export const cardRef = z.object({ id: entityId, version: z.int().min(1).max(100_000), title: shortText })
export type CardRef = z.infer<typeof cardRef>

const said = { at: instant, by: shortText, means }

export const responseBodies = {
  /** 启动应急响应. `since`: from when the first half hour counts, mostly when the first call came. */
  'response.started': z.object({
    incident,
    at: instant,
    level: responseLevel,
    authority,
    commander,
    since: instant,
    firstHalfHour: ruleOutcome.optional(),
    note: longText.optional(),
  }),
  'response.levelChanged': z.object({ incident, at: instant, level: responseLevel, authority, reason }),
  /** 终止应急响应. */
  'response.ended': z.object({ incident, at: instant, authority, reason }),
  /** 移交指挥. It holds once the other side has accepted. `transfer`: made at the console. */
  'response.commandOffered': z.object({
    incident,
    transfer: requiredText,
    at: instant,
    from: commander.nullable(),
    to: commander,
    means,
    note: shortText.optional(),
  }),
  'response.commandAccepted': z.object({ incident, transfer: requiredText, to: commander, ...said }),
  'response.commandDeclined': z.object({ incident, transfer: requiredText, to: commander, ...said, reason }),
  /**
   * A step of a card. `text` is what the card said; `by` who said so, `means` how it was heard when somebody else said it; `tasks`
   * that it was made into.
   */
  'response.stepMarked': z.object({
    incident,
    card: cardRef,
    step: requiredText,
    text: shortText,
    state: z.enum(STEP_STATES),
    at: instant,
    by: shortText,
    means: means.optional(),
    tasks: z.array(taskRef).max(100).optional(),
    note: shortText.optional(),
    reason: reason.optional(),
  }),
  /** A card taken to hand besides those of the incident's type, or put away. */
  'response.cardChosen': z.object({ incident, card: cardRef, chosen: z.boolean(), reason: reason.optional() }),
  /** Every step of the cards at hand was done or did not apply: the first half hour's clock stops. */
  'response.stepsCompleted': z.object({ incident, at: instant, steps: z.int().min(0).max(10_000) }),
  /** One of them was ticked by mistake and is open again (`steps`: how many are): the clock runs on. */
  'response.stepsReopened': z.object({ incident, at: instant, steps: z.int().min(1).max(10_000) }),
  /** When a team will be there, as it said itself. */
  'response.etaGiven': z.object({ incident, task: taskRef, recipient, arriveAt: instant, ...said }),
  /** 请求支援 of the county, a neighbour or an enterprise. `help`: made at the console. */
  'response.helpRequested': z.object({
    incident,
    help: requiredText,
    from: requiredText,
    what: shortText.min(1),
    person: shortText,
    at: instant,
    means,
  }),
  'response.helpAnswered': z.object({
    incident,
    help: requiredText,
    from: requiredText,
    outcome: z.enum(HELP_OUTCOMES),
    note: shortText,
    ...said,
  }),
  'response.lateExplained': z.object({ incident, clock: z.enum(RESPONSE_CLOCKS), dueAt: instant, reason }),
} as const
