import { z } from 'zod'
import { recipient, taskRef } from '../task/events.ts'
import { incidentRef, instant, longText, reason, requiredText } from '../values.ts'

/** The review (复盘) of an incident is one record. */
export const reviewEntity = (incident: string): string => `review-${incident}`

/** What happened, what is to change, who sees to it, by when. */
export const lessonFields = z.object({
  happened: longText.min(1),
  change: requiredText,
  who: recipient,
  dueAt: instant,
})
export type LessonFields = z.infer<typeof lessonFields>

const about = { incident: incidentRef, lesson: requiredText }

export const reviewBodies = {
  'review.lessonEntered': lessonFields.extend(about),
  'review.lessonCorrected': z.object({ ...about, set: lessonFields.partial(), reason }),
  'review.lessonWithdrawn': z.object({ ...about, reason }),
  /** 转为任务: the same lesson is always the same task. */
  'review.lessonTasked': z.object({ ...about, task: taskRef }),
} as const
