import { FLAG_DRILL } from '../../protocol/envelope.ts'
import type { Aggregate, EventOf, Seen } from '../event.ts'
import { type Registers, type Writer, writeFields, writerOf } from '../registers.ts'
import type { Urgency } from '../urgency.ts'
import type { IncidentRef } from '../values.ts'
import { restore, type Voiding, voidBy } from '../voiding.ts'
import { addAct, fillSkip, type TaskAct } from './acts.ts'
import { voidActs } from './actVoiding.ts'
import type { OrderRef, Recipient, TaskClockName } from './events.ts'
import { escalationOf, ringOf, type TaskEscalation, type TaskRing } from './rings.ts'
import { AT_START, type Standing, takeStep, takeStop } from './standing.ts'
import { canCancel, canReturn, stepsSkipped } from './steps.ts'
import { taskValues } from './values.ts'
import { checkersOf, isOwnWork } from './verification.ts'

export interface TaskNote {
  readonly at: number
  readonly by: string
  readonly text: string
  readonly writer: Writer
}

export interface TaskLateReason {
  readonly clock: TaskClockName
  readonly dueAt: number
  readonly reason: string
  readonly writer: Writer
}

/** What later events say about a task that has not arrived itself (资料未到). */
export interface TaskStub {
  readonly no: string
  readonly title: string
  readonly recipient: Recipient
  readonly urgency: Urgency
}

/** Something a team, a person or a village was told to do. Its state machine is in steps.ts. */
export interface Task extends Standing {
  readonly id: string
  readonly no: string
  /** Present until 下达 itself arrives. */
  readonly stub: TaskStub | null
  /** title, detail, to, at, means, dueAt, urgency, acknowledge, authority. */
  readonly fields: Registers
  readonly incident: IncidentRef | null
  readonly order: OrderRef | null
  readonly acts: readonly TaskAct[]
  /** Version of the 重新下达 that began this round; empty in the first one. */
  readonly round: string
  /** Given in a drill: its 下达 carries the mark. */
  readonly drill: boolean
  readonly rings: readonly TaskRing[]
  readonly escalations: readonly TaskEscalation[]
  readonly notes: readonly TaskNote[]
  readonly late: readonly TaskLateReason[]
  readonly voided: Voiding | null
}

type Follow =
  | 'progressed'
  | 'rung'
  | 'escalated'
  | 'returned'
  | 'cancelled'
  | 'reissued'
  | 'corrected'
  | 'noted'
  | 'actVoided'
  | 'lateExplained'

export const taskAggregate: Aggregate<Task> = {
  name: 'task',
  initial: (id) => ({
    id,
    no: '',
    stub: null,
    fields: {},
    incident: null,
    order: null,
    ...AT_START,
    acts: [],
    round: '',
    drill: false,
    rings: [],
    escalations: [],
    notes: [],
    late: [],
    voided: null,
  }),
  reduce(state, event, seen) {
    switch (event.kind) {
      case 'task.issued':
        return issue(state, event, seen)
      case 'task.progressed':
        return progress(introduce(state, event), event, seen)
      case 'task.rung':
        return { ...introduce(state, event), rings: [...state.rings, ringOf(state, event, seen)] }
      case 'task.escalated':
        return escalate(introduce(state, event), event, seen)
      case 'task.returned':
        return stop(introduce(state, event), event, seen, canReturn(state.status))
      case 'task.cancelled':
        return stop(introduce(state, event), event, seen, canCancel(state.status))
      case 'task.reissued':
        return reissue(introduce(state, event), event, seen)
      case 'task.corrected':
        return { ...introduce(state, event), fields: writeFields(state.fields, event.body.set, event, seen) }
      case 'task.noted': {
        const { at, text, by } = event.body
        const note = { at, text, by: by || (event.author?.name ?? ''), writer: writerOf(event) }
        return { ...introduce(state, event), notes: [...state.notes, note] }
      }
      case 'task.lateExplained': {
        const { clock, dueAt, reason } = event.body
        return { ...introduce(state, event), late: [...state.late, { clock, dueAt, reason, writer: writerOf(event) }] }
      }
      case 'task.actVoided':
        return voidActs(introduce(state, event), event)
      case 'task.voided':
        return { ...state, voided: voidBy(event, event.body) }
      case 'task.restored':
        return { ...state, voided: restore(state.voided, seen) }
      default:
        return state
    }
  },
}

function issue(state: Task, event: EventOf<'task.issued'>, seen: Seen): Task {
  const { no, incident, order, ...fields } = event.body
  return {
    ...state,
    no,
    stub: null,
    fields: writeFields(state.fields, fields, event, seen),
    incident: incident ?? null,
    order: order ?? null,
    drill: (event.flags & FLAG_DRILL) !== 0,
    acts: addAct(state.acts, event, seen, { act: 'issued', effect: 'moved', recipient: event.body.to }),
  }
}

function progress(state: Task, event: EventOf<'task.progressed'>, seen: Seen): Task {
  const { step, at } = event.body
  const stale = !knewRound(state, seen)
  const { effect, standing } = takeStep(standingOf(state), step, at, !stale)
  const skipped = effect === 'moved' ? stepsSkipped(state, step) : []
  const earlier = effect === 'filled' ? fillSkip(state.acts, step) : state.acts
  const checked = step === 'verified' && checkedBy(state, event)
  const acts = addAct(earlier, event, seen, { act: step, effect, stale, skipped, ...checked })
  return { ...state, ...standing, acts }
}

function checkedBy(state: Task, event: EventOf<'task.progressed'>) {
  const checkers = checkersOf(event)
  const selfVerified = isOwnWork(taskValues(state).to, state.acts, checkers)
  return { consent: event.body.consent ?? null, checkers, selfVerified }
}

function standingOf({ status, reported, answeredAt, endedAt }: Task): Standing {
  return { status, reported, answeredAt, endedAt }
}

function stop(
  state: Task,
  event: EventOf<'task.returned'> | EventOf<'task.cancelled'>,
  seen: Seen,
  possible: boolean,
): Task {
  const status = event.kind === 'task.returned' ? 'returned' : 'cancelled'
  const stale = !knewRound(state, seen)
  const legal = possible && !stale
  const acts = addAct(state.acts, event, seen, { act: status, effect: legal ? 'moved' : 'none', stale })
  if (!legal) return { ...state, acts }
  return { ...state, ...takeStop(standingOf(state), status, event.body.at), acts }
}

/** What was said of an earlier round, by someone who did not know of the new one, does not move the new one. */
function knewRound({ round }: Task, seen: Seen): boolean {
  return round === '' || seen(round)
}

function reissue(state: Task, event: EventOf<'task.reissued'>, seen: Seen): Task {
  const { to, at, means, dueAt, acknowledge } = event.body
  return {
    ...state,
    fields: writeFields(state.fields, { to, at, means, dueAt, acknowledge: acknowledge ?? null }, event, seen),
    ...AT_START,
    round: event.version,
    acts: addAct(state.acts, event, seen, { act: 'reissued', effect: 'moved', recipient: to }),
  }
}

/** Whoever is asked now has the same time to answer as the first one had. */
function escalate(state: Task, event: EventOf<'task.escalated'>, seen: Seen): Task {
  const { acknowledge } = event.body
  const escalations = [...state.escalations, escalationOf(state, event, seen)]
  if (!acknowledge || state.answeredAt !== null || !knewRound(state, seen)) return { ...state, escalations }
  return { ...state, escalations, fields: writeFields(state.fields, { acknowledge }, event, seen) }
}

/** The first later event introduces a task that has not arrived itself. */
function introduce(state: Task, event: EventOf<`task.${Follow}`>): Task {
  if (state.no) return state
  const { task, incident, recipient, urgency } = event.body
  return {
    ...state,
    no: task.no,
    stub: { no: task.no, title: task.title, recipient, urgency },
    incident: incident ?? null,
  }
}
