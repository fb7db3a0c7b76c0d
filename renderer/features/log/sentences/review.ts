import type { Body } from '../../../../shared/domain/kinds.ts'
import { formatBeijing } from '../../../components/BeijingTime.tsx'
import type { SentencesOf, Words } from './sentence.ts'

export const reviewSentences: SentencesOf<'review'> = {
  'review.lessonEntered': ({ happened, change, who, dueAt, ...about }) => ({
    ...ofWhat(about),
    happened,
    change,
    who: who.name,
    at: formatBeijing(dueAt, 'monthDay'),
  }),
  'review.lessonCorrected': ({ reason, ...about }) => ({ ...ofWhat(about), reason }),
  'review.lessonWithdrawn': ({ reason, ...about }) => ({ ...ofWhat(about), reason }),
  'review.lessonTasked': ({ task, ...about }) => ({ ...ofWhat(about), task: task.no }),
}

/** A real record about what was practised says so. */
function ofWhat({ incident, drill }: Pick<Body<'review.lessonEntered'>, 'incident' | 'drill'>): Words {
  if (!drill) return { incident: incident?.no ?? '' }
  return { context: 'drill', drill: drill.name, incident: drill.no }
}
