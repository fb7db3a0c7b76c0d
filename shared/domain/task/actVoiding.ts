import type { EventOf } from '../event.ts'
import type { Writer } from '../registers.ts'
import { type Voiding, voidBy } from '../voiding.ts'
import { fillSkip, type TaskAct } from './acts.ts'
import type { ActVoided, Recipient } from './events.ts'
import type { TaskRing } from './rings.ts'
import { AT_START, takeStep, takeStop } from './standing.ts'
import { canCancel, canReturn, stepsSkipped } from './steps.ts'
import type { Task } from './task.ts'
import { taskValues } from './values.ts'
import { isOwnWork } from './verification.ts'

type Voidable = Pick<Task, 'acts' | 'rings'>

/**
 * Records that go void together with this one (its version), itself first; none when it cannot be voided or is void already. A call
 * that was repeated back, and the 收到 it recorded, are one statement.
 */
export function voidedTogether({ acts, rings }: Voidable, version: string): readonly ActVoided[] {
  const ring = rings.find((one) => !one.voided && one.writer.version === version)
  const act = acts.find((one) => !one.voided && one.writer.version === version)
  if (ring) {
    const answer = acts.find((one) => !one.voided && isAnswerOf(one, ring))
    return [nameRing(ring), ...(answer ? nameAct(answer) : [])]
  }
  if (!act) return []
  const named = nameAct(act)
  const call = rings.find((one) => !one.voided && isAnswerOf(act, one))
  return named.length > 0 && call ? [...named, nameRing(call)] : named
}

function isAnswerOf({ act, at, by, means, writer }: TaskAct, ring: TaskRing): boolean {
  const same = at === ring.at && by === ring.callee.name && writer.origin === ring.writer.origin
  return ring.outcome === 'repeated' && act === 'received' && means === 'phone' && same
}

function nameRing({ writer, outcome }: TaskRing): ActVoided {
  return { ...nameOf(writer), what: 'rung', outcome }
}

/** What was ordered is taken back by 取消 or 重新下达, not as if nobody had said it. */
function nameAct({ act, writer }: TaskAct): readonly ActVoided[] {
  return act === 'issued' || act === 'reissued' ? [] : [{ ...nameOf(writer), what: act }]
}

function nameOf({ version, hlc, origin }: Writer): Pick<ActVoided, 'of' | 'written'> {
  return { of: version, written: { hlc, origin } }
}

/** A record that was written again, in a new epoch or under the right code of the township, has another version since. */
function isNamed({ version, hlc, origin }: Writer, { of, written }: ActVoided): boolean {
  return of === version || (written?.hlc === hlc && written.origin === origin)
}

/** Marks the records and finds out anew what of the rest counts: a step after a voided one stands, with the voided one 未报. */
export function voidActs(task: Task, event: EventOf<'task.actVoided'>): Task {
  const { acts } = event.body
  const voiding = voidBy(event, event.body)
  const mark = <One extends { readonly writer: Writer; readonly voided: Voiding | null }>(one: One): One =>
    !one.voided && acts.some((act) => isNamed(one.writer, act)) ? { ...one, voided: voiding } : one
  return { ...task, rings: task.rings.map(mark), ...replay(task.acts.map(mark), taskValues(task).to) }
}

/** @param unknown whom it was given to, where the 下达 has not arrived that says so */
function replay(acts: readonly TaskAct[], unknown: Recipient | null): Pick<Task, 'acts' | keyof typeof AT_START> {
  let standing = AT_START
  let done: readonly TaskAct[] = []
  let to = unknown
  for (const one of acts) {
    const { act, at, checkers } = one
    to = one.recipient ?? to
    if (act === 'issued') done = [...done, one]
    else if (act === 'reissued') {
      standing = AT_START
      done = [...done, one]
    } else if (one.voided || one.stale) done = [...done, { ...one, effect: 'none', skipped: [] }]
    else if (act === 'returned' || act === 'cancelled') {
      const legal = act === 'returned' ? canReturn(standing.status) : canCancel(standing.status)
      done = [...done, { ...one, effect: legal ? 'moved' : 'none' }]
      if (legal) standing = takeStop(standing, act, at)
    } else {
      const { effect, standing: next } = takeStep(standing, act, at, true)
      const skipped = effect === 'moved' ? stepsSkipped(standing, act) : []
      const selfVerified = checkers !== undefined && isOwnWork(to, done, checkers)
      done = [...(effect === 'filled' ? fillSkip(done, act) : done), { ...one, effect, skipped, selfVerified }]
      standing = next
    }
  }
  return { ...standing, acts: done }
}
