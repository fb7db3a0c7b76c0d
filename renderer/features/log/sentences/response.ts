import type { Authority, Commander } from '../../../../shared/domain/response/events.ts'
import { formatBeijing } from '../../../components/BeijingTime.tsx'
import { reasonWords } from '../../../components/reasonWords.ts'
import { because, listOf, type SentencesOf, type SentenceTools } from './sentence.ts'

interface Named {
  readonly no: string
  readonly title: string
}
const nameOf = ({ no, title }: Named) => `${no} ${title}`
const commanderName = ({ name, post }: Commander) => (post ? `${post}${name}` : name)

/** 陈国平（电话，07-14 03:12）: whose word it was, and how it was given. */
function authorityWords({ name, means, at }: Authority, { t }: SentenceTools): string {
  return t('sentences:byMeans', { name, means: t(`sentences:word.means.${means}`), at: formatBeijing(at, 'monthDay') })
}

function insteadWords({ instead }: Authority, { t }: SentenceTools): string {
  return instead ? t('sentences:instead', { reason: instead }) : ''
}

function noteWords(note: string | undefined, { t }: SentenceTools): string {
  return note ? t('sentences:noted', { note }) : ''
}

export const responseSentences: SentencesOf<'response'> = {
  'response.started': ({ incident, level, authority, commander, note }, tools) => ({
    incident: nameOf(incident),
    level: tools.t(`sentences:word.responseLevel.${level}`),
    authority: authorityWords(authority, tools),
    commander: commanderName(commander),
    instead: insteadWords(authority, tools),
    note: noteWords(note, tools),
  }),
  'response.levelChanged': ({ incident, level, authority, reason }, tools) => ({
    incident: nameOf(incident),
    level: tools.t(`sentences:word.responseLevel.${level}`),
    authority: authorityWords(authority, tools),
    instead: insteadWords(authority, tools),
    reason,
  }),
  'response.ended': ({ incident, authority, reason }, tools) => ({
    incident: nameOf(incident),
    authority: authorityWords(authority, tools),
    instead: insteadWords(authority, tools),
    reason: reasonWords(reason, tools.t),
  }),
  'response.commandOffered': ({ incident, from, to, means, note }, tools) => ({
    incident: nameOf(incident),
    to: commanderName(to),
    means: tools.t(`sentences:word.means.${means}`),
    note: noteWords(note, tools),
    ...(from ? { from: commanderName(from) } : { context: 'nobody' }),
  }),
  'response.commandAccepted': ({ incident, to, by, means }, { t }) => ({
    incident: nameOf(incident),
    to: commanderName(to),
    by,
    means: t(`sentences:word.means.${means}`),
  }),
  'response.commandDeclined': ({ incident, to, by, means, reason }, { t }) => ({
    incident: nameOf(incident),
    to: commanderName(to),
    by,
    means: t(`sentences:word.means.${means}`),
    reason,
  }),
  'response.stepMarked': ({ incident, text, state, by, means, tasks, note, reason }, tools) => ({
    incident: nameOf(incident),
    text,
    by,
    reason: reason ?? '',
    note: noteWords(note, tools),
    tasks: listOf(
      (tasks ?? []).map(({ no }) => no),
      tools.t,
    ),
    means: means ? tools.t(`sentences:word.means.${means}`) : '',
    ...(state !== 'done' ? { context: state } : means ? { context: 'means' } : {}),
  }),
  'response.cardChosen': ({ incident, card, chosen, reason }, { t }) => ({
    incident: nameOf(incident),
    card: card.title,
    because: because(reason, t),
    ...(chosen ? {} : { context: 'away' }),
  }),
  'response.stepsCompleted': ({ incident, steps }) => ({ incident: nameOf(incident), steps }),
  'response.stepsReopened': ({ incident, steps }) => ({ incident: nameOf(incident), count: steps }),
  'response.etaGiven': ({ task, recipient, arriveAt, by, means }, { t }) => ({
    task: nameOf(task),
    to: recipient.name,
    at: formatBeijing(arriveAt, 'monthDay'),
    by,
    means: t(`sentences:word.means.${means}`),
  }),
  'response.helpRequested': ({ incident, from, what, person, means }, { t }) => ({
    incident: nameOf(incident),
    from,
    what,
    means: t(`sentences:word.means.${means}`),
    ...(person ? { context: 'person', person } : {}),
  }),
  'response.helpAnswered': ({ incident, from, outcome, by, means, note }, tools) => ({
    incident: nameOf(incident),
    from,
    outcome: tools.t(`sentences:word.helpOutcome.${outcome}`),
    by,
    means: tools.t(`sentences:word.means.${means}`),
    note: noteWords(note, tools),
  }),
  'response.lateExplained': ({ incident, dueAt, reason }) => ({
    incident: nameOf(incident),
    due: formatBeijing(dueAt, 'monthDay'),
    reason,
  }),
}

export const cardSentences: SentencesOf<'card'> = {
  'card.reviewed': ({ card, note }, tools) => ({
    card: card.title,
    version: card.version,
    note: noteWords(note, tools),
  }),
  'card.reviewWithdrawn': ({ card, reason }) => ({ card: card.title, reason }),
}
