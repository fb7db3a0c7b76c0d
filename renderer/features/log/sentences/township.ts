import { formatBeijing } from '../../../components/BeijingTime.tsx'
import type { SentencesOf } from './sentence.ts'

export const townshipSentences: SentencesOf<'township'> = {
  'township.created': ({ name, county, division }) => ({ name, county, division }),
  'township.edited': ({ set: { name, county } }) =>
    name !== undefined ? { name } : county !== undefined ? { context: 'county', county } : { context: 'organisation' },
  'township.divisionCorrected': ({ from, division, reason }) => ({ from, division, reason }),
  'township.modeChanged': ({ mode, reason }, { t }) => ({ mode: t(`common:mode.${mode}`), reason }),
}

export const dutySentences: SentencesOf<'duty'> = {
  'duty.taken': ({ person, from, note }, { t, label }) => ({
    post: t(`sentences:word.post.${label === 'leader' ? 'leader' : 'officer'}`),
    person: person.name,
    note: note ? t('sentences:noted', { note }) : '',
    ...(from ? { context: 'from', from: from.name } : {}),
  }),
}

export const drillSentences: SentencesOf<'drill'> = {
  'drill.started': ({ name, plannedEnd, console }) => ({
    name,
    console: console.name,
    end: formatBeijing(plannedEnd, 'monthDay'),
  }),
  'drill.joined': ({ drill, console }) => ({ name: drill.name, console: console.name }),
  'drill.left': ({ drill, console, reason }) => ({
    name: drill.name,
    console: console.name,
    ...(reason === 'realCall' ? { context: 'realCall' } : {}),
  }),
  'drill.ended': ({ drill, console, counts: { minutes, calls, incidents, tasks, reports } }) => ({
    name: drill.name,
    console: console.name,
    ...{ minutes, calls, incidents, tasks, reports },
  }),
}
