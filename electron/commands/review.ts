import type { z } from 'zod'
import { type Lesson, lessonValues } from '../../shared/domain/review/review.ts'
import type { TaskRef } from '../../shared/domain/task/events.ts'
import type { reviewChannels } from '../../shared/ipc/review.ts'
import { type DeskContext, newId } from '../deskContext.ts'
import { sayFollowUp } from '../review/reviewWords.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { nextNumber } from './numbering.ts'
import { requireRole } from './requireRole.ts'
import { findReviewed, type Reviewed } from './reviewed.ts'
import { acknowledgeLimit } from './task.ts'

type Args<C extends keyof typeof reviewChannels> = z.output<(typeof reviewChannels)[C]['args']>

/** 经验教训: what happened, what is to change, who, by when. @throws {CommandError} review.dueInPast, and see findReviewed */
export function enterLesson(desk: DeskContext, { incident, drill, base, ...fields }: Args<'review.enterLesson'>) {
  const { entity, about } = findReviewed(desk, incident, drill)
  checkDue(desk, fields.dueAt)
  const lesson = newId('lesson')
  append(desk, [{ kind: 'review.lessonEntered', entity, base, body: { ...about, lesson, ...fields } }])
  return { lesson }
}

/** @throws {CommandError} review.unknown, review.withdrawn, review.tasked, review.dueInPast, and see findReviewed */
export function correctLesson(desk: DeskContext, args: Args<'review.correctLesson'>): null {
  const { incident, drill, base, lesson, set, reason } = args
  const reviewed = findReviewed(desk, incident, drill)
  // What was given as a task is corrected there: its recipient has it in writing.
  if (findLesson(reviewed, lesson).task) throw new CommandError('review.tasked')
  if (set.dueAt !== undefined) checkDue(desk, set.dueAt)
  const body = { ...reviewed.about, lesson, set, reason }
  append(desk, [{ kind: 'review.lessonCorrected', entity: reviewed.entity, base, body }])
  return null
}

/** @throws {CommandError} review.unknown, review.withdrawn, review.tasked, and see findReviewed */
export function withdrawLesson(
  desk: DeskContext,
  { incident, drill, base, lesson, reason }: Args<'review.withdrawLesson'>,
): null {
  const reviewed = findReviewed(desk, incident, drill)
  if (findLesson(reviewed, lesson).task) throw new CommandError('review.tasked')
  const body = { ...reviewed.about, lesson, reason }
  append(desk, [{ kind: 'review.lessonWithdrawn', entity: reviewed.entity, base, body }])
  return null
}

/**
 * 转为任务: the task has the lesson's own identity, so that one lesson is one task, also when two consoles press the key at once. After
 * a drill it is a real task, and says where it comes from.
 * @throws {CommandError} review.unknown, review.withdrawn, report.dataBroken, and see findReviewed
 */
export function giveLessonTask(
  desk: DeskContext,
  { incident, drill, base, lesson: lessonId }: Args<'review.giveTask'>,
): { task: TaskRef } {
  const { entity, about, lessons, taskOf } = findReviewed(desk, incident, drill)
  const lesson = findLesson({ lessons }, lessonId)
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
        detail: about.drill ? sayFollowUp(about.drill, fields.happened) : fields.happened,
        to: fields.who,
        at,
        means: 'inPerson',
        dueAt: Math.max(fields.dueAt, at + 60_000),
        urgency: 'ordinary',
        ...(about.incident && { incident: about.incident }),
        ...(acknowledge && { acknowledge }),
      },
    },
    { kind: 'review.lessonTasked', entity, base, body: { ...about, lesson: lessonId, task } },
  ])
  return { task }
}

function findLesson({ lessons }: Pick<Reviewed, 'lessons'>, lesson: string): Lesson {
  const found = lessons.find(({ id }) => id === lesson)
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
