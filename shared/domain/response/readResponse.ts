import { type DisposalCard, stepsOf } from '../card/card.ts'
import type { Deadline } from '../deadline.ts'
import { type Registers, valuesOf } from '../registers.ts'
import type { TaskRef } from '../task/events.ts'
import type { Means } from '../values.ts'
import { standingOf } from './course.ts'
import type { Commander, HelpOutcome, ResponseClock, StepState } from './events.ts'
import type { ResponseLevel } from './levels.ts'
import { type HelpRequest, isSettled, type Response, stepKey } from './response.ts'

/** What was said of one step last. */
export interface StepMark {
  readonly state: StepState
  readonly at: number
  readonly by: string
  /** Null: nobody else was asked. */
  readonly means: Means | null
  readonly tasks: readonly TaskRef[]
  readonly note: string
  /** What the card said then. */
  readonly text: string
  readonly version: number
  /** The mark that an `open` one took back: it counts no more. */
  readonly undone: { readonly state: Exclude<StepState, 'open'>; readonly at: number; readonly by: string } | null
  /** Clock reading (hlc) since when it is settled, whatever was said of it between; null: it is not. */
  readonly settled: string | null
}

export interface Eta {
  readonly arriveAt: number
  readonly at: number
  readonly by: string
  readonly means: Means
}

// Only this aggregate's own reducer writes these registers, in these shapes.

export function levelOf({
  fields,
}: Response): { readonly level: ResponseLevel; readonly at: number; readonly name: string } | null {
  return (fields.level?.value ?? null) as unknown as ReturnType<typeof levelOf>
}

export function commanderOf({ fields }: Response): Commander | null {
  return (fields.commander?.value ?? null) as unknown as Commander | null
}

/** Others who were given command at the same time (并发). */
export function rivalCommanders({ fields }: Response): readonly Commander[] {
  return (fields.commander?.rivals ?? []).map(({ value }) => value as unknown as Commander)
}

export function markOf({ steps }: Pick<Response, 'steps'>, card: string, step: string): StepMark | null {
  return (steps[stepKey(card, step)]?.value ?? null) as unknown as StepMark | null
}

export function etaOf({ etas }: Pick<Response, 'etas'>, task: string): Eta | null {
  return (etas[task]?.value ?? null) as unknown as Eta | null
}

/** Cards somebody took to hand (true) or put away (false), beyond what the incident's type says. */
export function chosenCards({ cards }: Pick<Response, 'cards'>): Readonly<Record<string, boolean>> {
  const values: Registers = cards
  return Object.fromEntries(
    Object.entries(valuesOf(values)).map(([id, value]) => [id, (value as { chosen?: unknown }).chosen === true]),
  )
}

/** How many steps the cards have, and how many of them nobody has settled (已落实 or 不适用). */
export function countSteps(
  cards: readonly DisposalCard[],
  response: Pick<Response, 'steps'> | null,
): { readonly all: number; readonly open: number } {
  const states = cards.flatMap((card) =>
    stepsOf(card).map(({ id }) => (response ? markOf(response, card.id, id)?.state : undefined)),
  )
  const open = states.filter((state) => !isSettled(state))
  return { all: states.length, open: open.length }
}

/** The answer that counts: the last one given. */
export function outcomeOf({ answers }: Pick<HelpRequest, 'answers'>): HelpOutcome | null {
  return answers.at(-1)?.outcome ?? null
}

/** Help still waited for: asked and not answered, or promised and not there yet. */
export function openHelp({ help }: Pick<Response, 'help'>): readonly HelpRequest[] {
  return help.filter((request) => {
    const outcome = outcomeOf(request)
    return outcome === null || outcome === 'agreed'
  })
}

/** The clocks of the present run. */
export function responseClocks(response: Response): readonly Deadline<ResponseClock>[] {
  const run = response.course.runs.at(-1)
  if (!run?.firstHalfHour) return []
  const { dueAt } = run.firstHalfHour
  const stoppedAt = run.completedAt ?? run.ended?.at ?? null
  const explained = response.late.some((late) => late.dueAt === dueAt)
  return [{ clock: 'firstHalfHour', dueAt, stoppedAt, explained }]
}

export function isRunning({ course }: Pick<Response, 'course'>): boolean {
  return standingOf(course) === 'running'
}
