import { listOf, type SentencesOf } from './sentence.ts'

interface Label {
  readonly no: string
  readonly title: string
}
const nameOf = ({ no, title }: Label) => `${no} ${title}`

export const householdSentences: SentencesOf<'household'> = {
  'household.added': ({ name, village }) => ({ name, village: village.name }),
  'household.edited': (_body, { label }) => (label ? { name: label } : { context: 'unnamed' }),
  'household.retired': ({ reason }, { label }) => ({ name: label, reason }),
  'household.restored': ({ reason }, { label }) => ({ name: label, reason }),
}

export const householdListSentences: SentencesOf<'householdList'> = {
  'householdList.imported': ({ file, added, updated, rowsLeftOut }, { t }) => ({
    file,
    added,
    updated,
    leftOut: rowsLeftOut > 0 ? t('sentences:rowsLeftOut', { count: rowsLeftOut }) : '',
  }),
}

export const evacuationSentences: SentencesOf<'evacuation'> = {
  'evacuation.ordered': ({ incident, village, zone, shelter, households, authority }, { t }) => ({
    incident: nameOf(incident),
    village: village.name,
    zone,
    count: households.length,
    shelter: shelter ? t('sentences:toShelter', { shelter }) : '',
    authority: authority ? t('sentences:onWord', { name: authority }) : '',
  }),
  'evacuation.marked': ({ label, village, household, state, people, by, means, note }, { t }) => ({
    incident: nameOf(label),
    village: village.name,
    group: household.group,
    household: household.name,
    state: t(`sentences:word.householdState.${state}`),
    by,
    means: t(`sentences:word.means.${means}`),
    note: note ? t('sentences:noted', { note }) : '',
    ...(people === undefined ? {} : { context: 'people', people }),
  }),
  'evacuation.counted': ({ incident, village, counts, by, means, note }, { t }) => ({
    incident: nameOf(incident),
    village: village.name,
    counts: listOf(
      (['should', 'moved', 'refused', 'missing'] as const).map((what) =>
        counts[what] === null
          ? ''
          : t('sentences:fromCount', { what: t(`sentences:word.villageCount.${what}`), count: counts[what] }),
      ),
      t,
    ),
    by,
    means: t(`sentences:word.means.${means}`),
    note: note ? t('sentences:noted', { note }) : '',
  }),
  'evacuation.struckOff': ({ label, village, household, reason }) => ({
    incident: nameOf(label),
    village: village.name,
    household: household.name,
    reason,
  }),
}
