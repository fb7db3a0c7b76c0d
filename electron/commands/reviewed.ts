import { refOf } from '../../shared/domain/incident/readIncident.ts'
import { type DrilledIncident, pastReviewEntity, reviewEntity } from '../../shared/domain/review/events.ts'
import { type Lesson, lessonsSince } from '../../shared/domain/review/review.ts'
import type { IncidentRef } from '../../shared/domain/values.ts'
import type { ReadableDb } from '../../shared/node/openDatabase.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readDrill } from '../store/repositories/drills.ts'
import { CommandError } from './commandError.ts'
import { openPastDrill } from './drillPast.ts'
import { findIncident } from './incident/actOn.ts'

/** What a lesson is about, where it is written, and what is there already. */
export interface Reviewed {
  readonly entity: string
  readonly about: { readonly incident?: IncidentRef; readonly drill?: DrilledIncident }
  readonly lessons: readonly Lesson[]
  /** The task that a lesson becomes. */
  taskOf(lesson: string): string
}

/**
 * An incident of the world this console is in; or one practised in a drill that is over, which is reviewed in the real world.
 * @throws {CommandError} incident.unknown, drill.unknown, drill.isReal
 */
export function findReviewed(desk: DeskContext, incident: string, drill: string | undefined): Reviewed {
  if (drill !== undefined) return findPractised(desk, incident, drill)
  return {
    entity: reviewEntity(incident),
    about: { incident: refOf(findIncident(desk, incident)) },
    lessons: readLessons(desk.store.db, reviewEntity(incident)),
    taskOf: (lesson) => `task-${lesson}`,
  }
}

function findPractised(desk: DeskContext, id: string, drillId: string): Reviewed {
  const { drill } = desk
  const then = openPastDrill(desk, drillId)
  const incident = readState(then, 'incident', id)?.state
  if (!incident) throw new CommandError('incident.unknown')
  // Written now it would become part of the drill this console is in.
  if (drill.now) throw new CommandError('drill.isReal')
  const { no, title } = refOf(incident)
  const name = readDrill(drill.real.db, drillId)?.name || drillId
  return {
    entity: pastReviewEntity(id),
    about: { drill: { id: drillId, name, incident: id, no, title } },
    lessons: lessonsSince(readLessons(then, reviewEntity(id)), readLessons(drill.real.db, pastReviewEntity(id))),
    // Of the same lesson there may be a task in the drill.
    taskOf: (lesson) => `task-past-${lesson}`,
  }
}

function readLessons(db: ReadableDb, review: string): readonly Lesson[] {
  return readState(db, 'review', review)?.state.lessons ?? []
}
