import { formatBeijing } from '../../../components/BeijingTime.tsx'
import type { SentencesOf } from './sentence.ts'

export const reviewSentences: SentencesOf<'review'> = {
  'review.lessonEntered': ({ incident, happened, change, who, dueAt }) => ({
    incident: incident.no,
    happened,
    change,
    who: who.name,
    at: formatBeijing(dueAt, 'monthDay'),
  }),
  'review.lessonCorrected': ({ incident, reason }) => ({ incident: incident.no, reason }),
  'review.lessonWithdrawn': ({ incident, reason }) => ({ incident: incident.no, reason }),
  'review.lessonTasked': ({ incident, task }) => ({ incident: incident.no, task: task.no }),
}
