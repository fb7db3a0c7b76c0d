import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { reviewChannels } from '../../../shared/ipc/review.ts'
import { correctLesson, enterLesson, giveLessonTask, withdrawLesson } from '../../commands/review.ts'
import type { DeskContext } from '../../deskContext.ts'
import { exportReview } from '../../review/exportReview.ts'
import { readReview } from '../../review/readReview.ts'

export function reviewHandlers(desk: DeskContext): HandlersOf<typeof reviewChannels> {
  return {
    'review.read': (args) => readReview(desk, args),
    'review.enterLesson': (args) => enterLesson(desk, args),
    'review.correctLesson': (args) => correctLesson(desk, args),
    'review.withdrawLesson': (args) => withdrawLesson(desk, args),
    'review.giveTask': (args) => giveLessonTask(desk, args),
    'review.exportWord': (args) => exportReview(desk, args),
  }
}
