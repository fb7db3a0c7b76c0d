import { formatBeijing } from '../../../components/BeijingTime.tsx'
import type { SentencesOf } from './sentence.ts'

export const logSentences: SentencesOf<'log'> = {
  'log.entered': ({ text, incident }) => ({
    text,
    ...(incident ? { context: 'incident', incident: `${incident.no} ${incident.title}` } : {}),
  }),
  'log.corrected': ({ set, reason }) => ({
    reason,
    ...(set.text === undefined ? { context: 'time' } : { text: set.text }),
    at: set.at === undefined ? '' : formatBeijing(set.at),
  }),
  'log.voided': ({ reason }) => ({ reason }),
  'log.restored': ({ reason }) => ({ reason }),
}
