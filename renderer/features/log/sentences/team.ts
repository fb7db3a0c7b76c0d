import { formatBeijing } from '../../../components/BeijingTime.tsx'
import { because, listOf, type SentencesOf } from './sentence.ts'

export const teamSentences: SentencesOf<'team'> = {
  'team.added': ({ name }) => ({ name }),
  'team.edited': (_, { label }) => ({ name: label }),
  'team.membersSet': ({ members }, { label, t }) => ({
    name: label,
    count: members.length,
    members: listOf(
      members.slice(0, 3).map((member) => member.name ?? ''),
      t,
    ),
    ...(members.slice(0, 3).some((member) => member.name) ? {} : { context: 'unnamed' }),
  }),
  'team.membersRemoved': ({ members, reason }, { label, t }) => ({
    name: label,
    members: listOf(
      members.map((member) => member.name),
      t,
    ),
    reason,
  }),
  'team.stateChanged': ({ name, state, reason, incident }, { label, t }) => ({
    name: label || name,
    state: t(`sentences:word.teamState.${state}`),
    because: because(reason, t),
    ...(incident ? { context: 'incident', incident: `${incident.no} ${incident.title}` } : {}),
  }),
  'team.located': ({ name, place, at }, { label }) => ({
    name: label || name,
    place,
    at: formatBeijing(at, 'monthDay'),
  }),
  'team.retired': ({ reason }, { label }) => ({ name: label, reason }),
  'team.restored': ({ reason }, { label }) => ({ name: label, reason }),
  'team.merged': ({ into, reason }, { label }) => ({ name: label, into: into.name, reason }),
  'team.unmerged': ({ reason }, { label }) => ({ name: label, reason }),
}

export const rosterSentences: SentencesOf<'roster'> = {
  'roster.imported': ({ file, teamsAdded, teamsUpdated, membersAdded, membersUpdated, rowsLeftOut }, { t }) => ({
    file,
    teamsAdded,
    teamsUpdated,
    membersAdded,
    membersUpdated,
    leftOut: rowsLeftOut > 0 ? t('sentences:rowsLeftOut', { count: rowsLeftOut }) : '',
  }),
}
