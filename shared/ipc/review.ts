import { z } from 'zod'
import { lessonFields } from '../domain/review/events.ts'
import type { ReviewPage } from '../domain/review/page.ts'
import type { TaskRef } from '../domain/task/events.ts'
import { entityId, reason, requiredText, versions } from '../domain/values.ts'
import { channel } from './channel.ts'
import type { SavedDocument } from './documents.ts'

const reviewed = z.object({ incident: entityId, drill: entityId.optional() })
/** With `drill` a real record about what was practised, after its end. */
const target = { incident: entityId, drill: entityId.optional(), base: versions }

export const reviewChannels = {
  /** `drill`: the incident was practised in it; also after its end. Null when nothing of the incident has arrived. */
  'review.read': channel(reviewed).answers<ReviewPage | null>(),
  'review.enterLesson': channel(lessonFields.extend(target)).answers<{ readonly lesson: string }>(),
  'review.correctLesson': channel(
    z.object({ ...target, lesson: requiredText, set: lessonFields.partial(), reason }),
  ).answers<null>(),
  'review.withdrawLesson': channel(z.object({ ...target, lesson: requiredText, reason })).answers<null>(),
  /** The lesson as a task, in one act; asked again it answers the task it became. */
  'review.giveTask': channel(z.object({ ...target, lesson: requiredText })).answers<{ readonly task: TaskRef }>(),
  'review.exportWord': channel(reviewed).answers<SavedDocument>(),
} as const
