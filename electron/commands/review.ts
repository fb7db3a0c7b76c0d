import type { z } from 'zod'
import { refOf } from '../../shared/domain/incident/readIncident.ts'
import { reviewEntity } from '../../shared/domain/review/events.ts'
import { type Lesson, lessonValues } from '../../shared/domain/review/review.ts'
import type { TaskRef } from '../../shared/domain/task/events.ts'
import type { reviewChannels } from '../../shared/ipc/review.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { findIncident } from './incident/actOn.ts'
import { nextNumber } from './numbering.ts'
import { requireRole } from './requireRole.ts'
import { acknowledgeLimit } from './task.ts'

type Args<C extends keyof typeof reviewChannels> = z.output<(typeof reviewChannels)[C]['args']>

/** 经验教训: what happened, what is to change, who, by when. @throws {CommandError} incident.unknown, review.dueInPast */
export function enterLesson(desk: DeskContext, { incident: id, base, ...fields }: Args<'review.enterLesson'>) {
  const incident = refOf(findIncident(desk, id))
  checkDue(desk, fields.dueAt)
  const lesson = newId('lesson')
  append(desk, [
    { kind: 'review.lessonEntered', entity: reviewEntity(id), base, body: { incident, lesson, ...fields } },
  ])
  return { lesson }
}

/** @throws {CommandError} review.unknown, review.withdrawn, review.tasked, review.dueInPast */
export function correctLesson(desk: DeskContext, args: Args<'review.correctLesson'>): null {
  const { incident: id, base, lesson, set, reason } = args
  const incident = refOf(findIncident(desk, id))
  // What was given as a task is corrected there: its recipient has it in writing.
  if (findLesson(desk, id, lesson).task) throw new CommandError('review.tasked')
  if (set.dueAt !== undefined) checkDue(desk, set.dueAt)
  append(desk, [
    { kind: 'review.lessonCorrected', entity: reviewEntity(id), base, body: { incident, lesson, set, reason } },
  ])
  return null
}

/** @throws {CommandError} review.unknown, review.withdrawn, review.tasked */
export function withdrawLesson(
  desk: DeskContext,
  { incident: id, base, lesson, reason }: Args<'review.withdrawLesson'>,
): null {
  const incident = refOf(findIncident(desk, id))
  if (findLesson(desk, id, lesson).task) throw new CommandError('review.tasked')
  append(desk, [{ kind: 'review.lessonWithdrawn', entity: reviewEntity(id), base, body: { incident, lesson, reason } }])
  return null
}

/**
 * 转为任务: the task has the lesson's own identity, so that one lesson is one task, also when two consoles press the key at once.
 * @throws {CommandError} review.unknown, review.withdrawn
 */
export function giveLessonTask(
  desk: DeskContext,
  { incident: id, base, lesson: lessonId }: Args<'review.giveTask'>,
): { task: TaskRef } {
  const incident = refOf(findIncident(desk, id))
  const lesson = findLesson(desk, id, lessonId)
  if (lesson.task) return { task: lesson.task }
  const fields = lessonValues(lesson)
  if (!fields) throw new CommandError('review.unknown')
  const at = desk.now()
  const task: TaskRef = { id: taskOf(lessonId), no: nextNumber(desk, 'task'), title: fields.change }
  const acknowledge = acknowledgeLimit(desk.clockRules, 'ordinary', at)
  append(desk, [
    {
      kind: 'task.issued',
      entity: task.id,
      base: [],
      body: {
        no: task.no,
        title: fields.change,
        detail: fields.happened,
        to: fields.who,
        at,
        means: 'inPerson',
        dueAt: Math.max(fields.dueAt, at + 60_000),
        urgency: 'ordinary',
        incident,
        ...(acknowledge && { acknowledge }),
      },
    },
    { kind: 'review.lessonTasked', entity: reviewEntity(id), base, body: { incident, lesson: lessonId, task } },
  ])
  return { task }
}

export function taskOf(lesson: string): string {
  return `task-${lesson}`
}

function findLesson({ store }: DeskContext, incident: string, lesson: string): Lesson {
  const found = readState(store.db, 'review', reviewEntity(incident))?.state.lessons.find(({ id }) => id === lesson)
  if (!found) throw new CommandError('review.unknown')
  if (found.withdrawn) throw new CommandError('review.withdrawn')
  return found
}

function checkDue({ now }: DeskContext, dueAt: number): void {
  if (dueAt <= now()) throw new CommandError('review.dueInPast')
}

function append(desk: DeskContext, drafts: readonly AnyDraft[]): void {
  const flags = requireRole(desk, 'incident.handle')
  desk.store.append(drafts, { author: desk.session.author(), flags })
}
