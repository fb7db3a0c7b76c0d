import type { Json } from '../../protocol/canonical.ts'
import type { Aggregate, DomainEvent, EventOf } from '../event.ts'
import { type Registers, type Writer, writeFields, writerOf } from '../registers.ts'
import type { IncidentRef, Means } from '../values.ts'
import { complete, end, NOT_STARTED, type ResponseCourse, reopen, start } from './course.ts'
import type { Commander, HelpOutcome, ResponseClock, StepState } from './events.ts'

/** One 移交指挥; it holds once it was accepted. */
export interface Handover {
  readonly id: string
  readonly at: number
  readonly from: Commander | null
  readonly to: Commander
  readonly means: Means
  readonly note: string
  readonly answer: {
    readonly accepted: boolean
    readonly at: number
    readonly reason: string
    readonly by: Writer
  } | null
  readonly by: Writer
}

/** One 请求支援 with everything that was answered. */
export interface HelpRequest {
  readonly id: string
  readonly from: string
  readonly what: string
  readonly person: string
  readonly at: number
  readonly means: Means
  readonly answers: readonly HelpAnswer[]
  readonly by: Writer
}

export interface HelpAnswer {
  readonly outcome: HelpOutcome
  readonly note: string
  readonly at: number
  readonly by: Writer
}

/** The township's response to one incident. */
export interface Response {
  readonly id: string
  /** As it was called last; null when nothing has arrived. */
  readonly incident: IncidentRef | null
  readonly course: ResponseCourse
  /** level ({level, at, name}), commander. */
  readonly fields: Registers
  readonly handovers: readonly Handover[]
  /** By `<card>/<step>`: {state, at, by, means, tasks, note, text, version, undone, settled}. */
  readonly steps: Registers
  /** By card: {chosen, version, title}. */
  readonly cards: Registers
  /** By task: {arriveAt, at, by, means}. */
  readonly etas: Registers
  readonly help: readonly HelpRequest[]
  readonly late: readonly {
    readonly clock: ResponseClock
    readonly dueAt: number
    readonly reason: string
    readonly by: Writer
  }[]
}

type ResponseEvent = Extract<DomainEvent, { kind: `response.${string}` }>

export const responseAggregate: Aggregate<Response> = {
  name: 'response',
  initial: (id) => ({
    id,
    incident: null,
    course: NOT_STARTED,
    fields: {},
    handovers: [],
    steps: {},
    cards: {},
    etas: {},
    help: [],
    late: [],
  }),
  reduce(state, event, seen) {
    if (!isResponseEvent(event)) return state
    const named = { ...state, incident: event.body.incident }
    switch (event.kind) {
      case 'response.started': {
        const course = start(state.course, event)
        // A start in vain changes neither the level nor who commands.
        if (course.runs === state.course.runs) return { ...named, course }
        const { level, at, authority, commander } = event.body
        const set = { level: { level, at, name: authority.name }, commander }
        return { ...named, course, fields: writeFields(state.fields, set, event, seen) }
      }
      case 'response.levelChanged': {
        const { level, at, authority } = event.body
        const set = { level: { level, at, name: authority.name } }
        return { ...named, fields: writeFields(state.fields, set, event, seen) }
      }
      case 'response.ended':
        return { ...named, course: end(state.course, event, seen) }
      case 'response.commandOffered':
        return { ...named, handovers: [...state.handovers, offered(event)] }
      case 'response.commandAccepted':
        return {
          ...named,
          handovers: answerHandover(state.handovers, event, true),
          fields: writeFields(state.fields, { commander: event.body.to }, event, seen),
        }
      case 'response.commandDeclined':
        return { ...named, handovers: answerHandover(state.handovers, event, false) }
      case 'response.stepMarked': {
        const { card, step, text, state: now, at, by, means = null, tasks, note, reason } = event.body
        const said = note ?? reason ?? ''
        const key = stepKey(card.id, step)
        const before = state.steps[key]?.value
        const undone = now === 'open' ? tickOf(before) : null
        const settled = isSettled(now) ? (settledOf(before) ?? event.hlc) : null
        const told = { state: now, at, by, means, tasks: tasks ?? [], note: said }
        const value = { ...told, text, version: card.version, undone, settled }
        return { ...named, steps: writeFields(state.steps, { [key]: value }, event, seen) }
      }
      case 'response.cardChosen': {
        const { card, chosen } = event.body
        const value = { chosen, version: card.version, title: card.title }
        return { ...named, cards: writeFields(state.cards, { [card.id]: value }, event, seen) }
      }
      case 'response.stepsCompleted':
        return { ...named, course: complete(state.course, event) }
      case 'response.stepsReopened':
        return { ...named, course: reopen(state.course) }
      case 'response.etaGiven': {
        const { task, arriveAt, at, by, means } = event.body
        return { ...named, etas: writeFields(state.etas, { [task.id]: { arriveAt, at, by, means } }, event, seen) }
      }
      case 'response.helpRequested': {
        const { help: id, from, what, person, at, means } = event.body
        const request = { id, from, what, person, at, means, answers: [], by: writerOf(event) }
        return { ...named, help: [...state.help, request] }
      }
      case 'response.helpAnswered':
        return { ...named, help: state.help.map((one) => answerHelp(one, event)) }
      case 'response.lateExplained': {
        const { clock, dueAt, reason } = event.body
        return { ...named, late: [...state.late, { clock, dueAt, reason, by: writerOf(event) }] }
      }
    }
  },
}

/** What is taken back: the mark that stood, or the one taken back before it. Only this aggregate writes these registers. */
function tickOf(value: Json | undefined): Json {
  if (value === undefined) return null
  const { state, at, by, undone = null } = value as { readonly [member: string]: Json }
  return state === 'open' ? undone : { state: state ?? null, at: at ?? null, by: by ?? null }
}

/** Since when it is settled. Only this aggregate writes these registers. */
function settledOf(value: Json | undefined): string | null {
  return value === undefined ? null : (value as { readonly settled: string | null }).settled
}

/** 已落实 or 不适用: nobody has to do anything more about the step. */
export function isSettled(state: StepState | undefined): boolean {
  return state === 'done' || state === 'notApplicable'
}

export function stepKey(card: string, step: string): string {
  return `${card}/${step}`
}

function isResponseEvent(event: DomainEvent): event is ResponseEvent {
  return event.kind.startsWith('response.')
}

function offered(event: EventOf<'response.commandOffered'>): Handover {
  const { transfer: id, at, from, to, means, note = '' } = event.body
  return { id, at, from, to, means, note, answer: null, by: writerOf(event) }
}

function answerHandover(
  all: readonly Handover[],
  event: EventOf<'response.commandAccepted'> | EventOf<'response.commandDeclined'>,
  accepted: boolean,
): readonly Handover[] {
  const { transfer, at } = event.body
  const reason = event.kind === 'response.commandDeclined' ? event.body.reason : ''
  return all.map((one) =>
    // The first answer holds; a later one can only come from a console that did not know of it.
    one.id === transfer && one.answer === null
      ? { ...one, answer: { accepted, at, reason, by: writerOf(event) } }
      : one,
  )
}

function answerHelp(request: HelpRequest, event: EventOf<'response.helpAnswered'>): HelpRequest {
  const { help, outcome, note, at } = event.body
  if (request.id !== help) return request
  return { ...request, answers: [...request.answers, { outcome, note, at, by: writerOf(event) }] }
}
