import { bodyFields } from '../bodyFields.ts'
import type { Aggregate, DomainEvent, Seen } from '../event.ts'
import { type Registers, type Writer, writeFields, writerOf } from '../registers.ts'
import type { TaskRef } from '../task/events.ts'
import type { IncidentRef } from '../values.ts'
import { type Voiding, voidBy } from '../voiding.ts'
import type { LessonFields } from './events.ts'

/** 经验教训. */
export interface Lesson {
  readonly id: string
  /** happened, change, who, dueAt. */
  readonly fields: Registers
  readonly by: Writer
  readonly task: TaskRef | null
  readonly withdrawn: Voiding | null
}

export interface Review {
  readonly id: string
  /** Null: nothing has arrived, or it was practised. */
  readonly incident: IncidentRef | null
  /** In the order they were entered. */
  readonly lessons: readonly Lesson[]
}

type ReviewEvent = Extract<DomainEvent, { kind: `review.${string}` }>

export const reviewAggregate: Aggregate<Review> = {
  name: 'review',
  initial: (id) => ({ id, incident: null, lessons: [] }),
  reduce(state, event, seen) {
    if (!isReviewEvent(event)) return state
    const { incident, lesson } = event.body
    const known = state.lessons.find(({ id }) => id === lesson)
    // A later act may overtake the lesson: it stands with what is known, and is filled in when the rest arrives.
    const before = known ?? { id: lesson, fields: {}, by: writerOf(event), task: null, withdrawn: null }
    const next = apply(before, event, seen)
    const lessons = known ? state.lessons.map((one) => (one.id === lesson ? next : one)) : [...state.lessons, next]
    return { ...state, incident: incident ?? null, lessons }
  },
}

function isReviewEvent(event: DomainEvent): event is ReviewEvent {
  return event.kind.startsWith('review.')
}

function apply(lesson: Lesson, event: ReviewEvent, seen: Seen): Lesson {
  switch (event.kind) {
    case 'review.lessonEntered': {
      const { happened, change, who, dueAt } = event.body
      const fields = writeFields(lesson.fields, bodyFields({ happened, change, who, dueAt }), event, seen)
      return { ...lesson, fields, by: writerOf(event) }
    }
    case 'review.lessonCorrected':
      return { ...lesson, fields: writeFields(lesson.fields, bodyFields(event.body.set), event, seen) }
    case 'review.lessonWithdrawn':
      return { ...lesson, withdrawn: voidBy(event, event.body) }
    case 'review.lessonTasked':
      return { ...lesson, task: event.body.task }
  }
}

/** The values of a lesson; null while the event that entered it has not arrived. Only this aggregate writes these registers. */
export function lessonValues({ fields }: Pick<Lesson, 'fields'>): LessonFields | null {
  const { happened, change, who, dueAt } = fields
  if (!happened || !change || !who || !dueAt) return null
  return {
    happened: happened.value,
    change: change.value,
    who: who.value,
    dueAt: dueAt.value,
  } as unknown as LessonFields
}

/**
 * The lessons of a drill as they stand after it: what was written since, in the real world, is laid over them and added. What was made
 * a task in the drill was practice, and ended with it.
 */
export function lessonsSince(practised: readonly Lesson[], since: readonly Lesson[]): readonly Lesson[] {
  const later = new Map(since.map((lesson) => [lesson.id, lesson]))
  const before = practised.map((lesson): Lesson => {
    const { fields = {}, task = null, withdrawn = null } = later.get(lesson.id) ?? {}
    return { ...lesson, fields: { ...lesson.fields, ...fields }, task, withdrawn: withdrawn ?? lesson.withdrawn }
  })
  const known = new Set(practised.map(({ id }) => id))
  return [...before, ...since.filter(({ id }) => !known.has(id))]
}
