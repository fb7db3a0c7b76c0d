import type { Utility } from '../../../../shared/domain/outage/events.ts'
import { formatBeijing } from '../../../components/BeijingTime.tsx'
import type { SentencesOf, SentenceTools } from './sentence.ts'

const aboutOf = (
  body: { readonly village: { readonly name: string }; readonly utility: Utility },
  t: SentenceTools['t'],
) => ({
  village: body.village.name,
  utility: t(`sentences:word.utility.${body.utility}`),
})
const noteOf = (note: string, t: SentenceTools['t']) => (note ? t('sentences:noted', { note }) : '')

export const outageSentences: SentencesOf<'outage'> = {
  'outage.reported': (body, { t }) => ({
    ...aboutOf(body, t),
    place: body.place,
    since: formatBeijing(body.since, 'monthDay'),
    means: t(`sentences:word.means.${body.means}`),
    source: body.source,
    note: noteOf(body.note, t),
  }),
  'outage.corrected': (body, { t }) => ({ ...aboutOf(body, t), reason: body.reason }),
  'outage.repaired': (body, { t }) => ({
    ...aboutOf(body, t),
    at: formatBeijing(body.at, 'monthDay'),
    by: body.by,
    means: t(`sentences:word.means.${body.means}`),
    note: noteOf(body.note, t),
  }),
  'outage.reopened': (body, { t }) => ({
    ...aboutOf(body, t),
    at: formatBeijing(body.at, 'monthDay'),
    reason: body.reason,
  }),
  'outage.voided': (body, { t }) => ({ ...aboutOf(body, t), reason: body.reason }),
  'outage.unvoided': (body, { t }) => ({ ...aboutOf(body, t), reason: body.reason }),
}
