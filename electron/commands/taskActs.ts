import type { z } from 'zod'
import { voidedTogether } from '../../shared/domain/task/actVoiding.ts'
import { canCancel, canReturn, judgeStep, stepsSkipped } from '../../shared/domain/task/steps.ts'
import type { Task } from '../../shared/domain/task/task.ts'
import { taskValues } from '../../shared/domain/task/values.ts'
import type * as ipc from '../../shared/ipc/tasks.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import type { AnyDraft } from '../store/writer.ts'
import { judge, leadersOf, otherOnDuty } from '../tasks/verifiers.ts'
import { CommandError } from './commandError.ts'
import { acknowledgeLimit, checkTimes } from './task.ts'

type Args<Schema extends z.ZodType> = z.output<Schema>

/** A reported step, also one that was jumped over before (补报). @throws {CommandError} task.* */
export function progressTask(context: DeskContext, args: Args<typeof ipc.progressTask>): null {
  const task = openTask(context, args.id)
  checkTimes(context, args)
  const { id, base, step, at, means, note, consent } = args
  if (task.status === 'returned' || task.status === 'cancelled') throw new CommandError('task.stopped')
  if (judgeStep(task, step) === 'none') throw new CommandError('task.stepTaken')
  const verified = step === 'verified' && checkVerifier(context, task, args)
  // 核销 is our own act, not the recipient's.
  const by = verified || args.by || (taskValues(task).to?.name ?? '')
  const body = {
    ...aboutTask(task),
    step,
    at,
    by,
    ...(args.person && args.person.name === by && { person: args.person }),
    means,
    skipped: [...stepsSkipped(task, step)],
    ...(note && { note }),
    ...(verified && consent && { consent }),
  }
  return append(context, [{ kind: 'task.progressed', entity: id, base, body }])
}

/** 退回. @throws {CommandError} task.* */
export function returnTask(
  context: DeskContext,
  { id, base, at, by, means, reason }: Args<typeof ipc.returnTask>,
): null {
  const task = openTask(context, id)
  checkTimes(context, { at })
  if (!canReturn(task.status)) throw new CommandError('task.cannotReturn')
  const body = { ...aboutTask(task), at, by: by || (taskValues(task).to?.name ?? ''), means, reason }
  return append(context, [{ kind: 'task.returned', entity: id, base, body }])
}

/** 取消. @throws {CommandError} task.* */
export function cancelTask(context: DeskContext, { id, base, at, means, reason }: Args<typeof ipc.cancelTask>): null {
  const task = openTask(context, id)
  checkTimes(context, { at })
  if (!canCancel(task.status)) throw new CommandError('task.cannotCancel')
  return append(context, [
    { kind: 'task.cancelled', entity: id, base, body: { ...aboutTask(task), at, means, reason } },
  ])
}

/** 重新下达: a new round, to the same or to another recipient. @throws {CommandError} task.* */
export function reissueTask(context: DeskContext, args: Args<typeof ipc.reissueTask>): null {
  const { id, base, ...again } = args
  const task = openTask(context, id)
  checkTimes(context, again)
  const about = aboutTask(task)
  const acknowledge = acknowledgeLimit(context.clockRules, about.urgency, again.at)
  const body = { ...about, ...again, ...(acknowledge && { acknowledge }) }
  return append(context, [{ kind: 'task.reissued', entity: id, base, body }])
}

/** 更正: what was written wrongly; whom it was given to is changed by giving it again. @throws {CommandError} task.* */
export function correctTask(context: DeskContext, { id, base, set, reason }: Args<typeof ipc.correctTask>): null {
  const task = openTask(context, id)
  const at = set.at ?? taskValues(task).at
  if (at !== null) checkTimes(context, { at, dueAt: set.dueAt ?? null })
  const about = aboutTask(task)
  // Says the urgency it gets, so that a task that turns out to be about lives overtakes the rest at once.
  const urgency = set.urgency ?? about.urgency
  return append(context, [{ kind: 'task.corrected', entity: id, base, body: { ...about, urgency, set, reason } }])
}

/** @throws {CommandError} task.* */
export function noteTask(context: DeskContext, { id, base, text, by }: Args<typeof ipc.noteTask>): null {
  const task = openTask(context, id)
  const body = { ...aboutTask(task), at: context.now(), text, ...(by && { by }) }
  return append(context, [{ kind: 'task.noted', entity: id, base, body }])
}

/** 作废 of one record of it: a call, a step. What it said counts no more. @throws {CommandError} task.* */
export function voidTaskAct(
  context: DeskContext,
  { id, base, act, reason }: { id: string; base: string[]; act: string; reason: string },
): null {
  const task = openTask(context, id)
  const acts = voidedTogether(task, act)
  if (acts.length === 0) throw new CommandError('task.actNotVoidable')
  const body = { ...aboutTask(task), acts: [...acts], reason }
  return append(context, [{ kind: 'task.actVoided', entity: id, base, body }])
}

/** 作废. @throws {CommandError} task.* */
export function voidTask(
  context: DeskContext,
  { id, base, reason }: { id: string; base: string[]; reason: string },
): null {
  openTask(context, id)
  return append(context, [{ kind: 'task.voided', entity: id, base, body: { reason } }])
}

/** 恢复. @throws {CommandError} task.* */
export function restoreTask(
  context: DeskContext,
  { id, base, reason }: { id: string; base: string[]; reason: string },
): null {
  const task = readState(context.store.db, 'task', id)?.state
  if (!task) throw new CommandError('task.unknown')
  if (!task.voided) throw new CommandError('task.notVoided')
  return append(context, [{ kind: 'task.restored', entity: id, base, body: { reason } }])
}

/** What every later event says of its task. */
export function aboutTask(task: Task) {
  const { title, to, urgency } = taskValues(task)
  // A task without recipient cannot be written (events.ts); one whose 下达 has not arrived has the one its later events name.
  const recipient = to ?? { kind: 'person' as const, id: 'unknown', name: '—' }
  const about = { task: { id: task.id, no: task.no, title }, recipient, urgency }
  return task.incident ? { ...about, incident: task.incident } : about
}

/**
 * 核销 is by somebody else than the doer. With a leader's consent that leader is who verified.
 * @returns name of whoever verified
 * @throws {CommandError} task.ownWork*, task.otherCanVerify, task.notALeader
 */
function checkVerifier(
  context: DeskContext,
  task: Task,
  { by, person: chosen, consent }: Args<typeof ipc.progressTask>,
): string {
  const author = context.session.author()
  const self = { id: author.person, name: author.name }
  if (!consent) {
    const named = by && by !== author.name ? { id: chosen?.id ?? null, name: by } : self
    for (const person of [self, named]) {
      const because = judge(context, task, person)
      if (because) throw new CommandError(`task.ownWork.${because}`, { name: person.name })
    }
    return named.name
  }
  checkTimes(context, consent)
  if (judge(context, task, self) === null) throw new CommandError('task.consentNeedless')
  const other = otherOnDuty(context, task, author.person ?? '')
  if (other !== null) throw new CommandError('task.otherCanVerify', { name: other })
  const leader = leadersOf(context).find(({ id }) => id === consent.person.id)
  if (!leader) throw new CommandError('task.notALeader', { name: consent.person.name })
  const because = judge(context, task, leader)
  if (because) throw new CommandError(`task.ownWork.${because}`, { name: leader.name })
  return leader.name
}

export function openTask({ store }: DeskContext, id: string): Task {
  const task = readState(store.db, 'task', id)?.state
  if (!task) throw new CommandError('task.unknown')
  if (task.voided) throw new CommandError('task.voided')
  return task
}

function append({ store, session }: DeskContext, drafts: readonly AnyDraft[]): null {
  store.append(drafts, { author: session.author() })
  return null
}
