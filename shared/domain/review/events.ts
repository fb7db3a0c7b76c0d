import { z } from 'zod'
import { drillRef } from '../drill/events.ts'
import { recipient, taskRef } from '../task/events.ts'
import { entityId, incidentRef, instant, longText, reason, requiredText, shortText } from '../values.ts'

/** The review (复盘) of an incident is one record. */
export const reviewEntity = (incident: string): string => `review-${incident}`

/**
 * After a drill an incident practised in it is reviewed in the real world, in a record of its own: what is learned from practice is
 * real work, see ../drill/README.md.
 */
export const pastReviewEntity = (incident: string): string => `review-past-${incident}`

/** A practised incident as a real record names it: by words, and a reference ({id, …}) to its drill only, or the worlds would cross. */
export const drilledIncident = drillRef.extend({ incident: entityId, no: shortText, title: shortText })
export type DrilledIncident = z.infer<typeof drilledIncident>

/** What happened, what is to change, who sees to it, by when. */
export const lessonFields = z.object({
  happened: longText.min(1),
  change: requiredText,
  who: recipient,
  dueAt: instant,
})
export type LessonFields = z.infer<typeof lessonFields>

/** Of an incident, or after a drill of one practised in it. */
const about = { incident: incidentRef.optional(), drill: drilledIncident.optional(), lesson: requiredText }

export const reviewBodies = {
  'review.lessonEntered': lessonFields.extend(about),
  'review.lessonCorrected': z.object({ ...about, set: lessonFields.partial(), reason }),
  'review.lessonWithdrawn': z.object({ ...about, reason }),
  /** 转为任务: the same lesson is always the same task. */
  'review.lessonTasked': z.object({ ...about, task: taskRef }),
} as const
