import type { Figures } from '../../../../shared/domain/incident/figures.ts'
import type { CallLabel, IncidentLabel } from '../../../../shared/domain/incident/labels.ts'
import { amountWords } from '../../../components/amountWords.ts'
import { formatBeijing } from '../../../components/BeijingTime.tsx'
import { because, listOf, type SentencesOf, type SentenceTools } from './sentence.ts'

const incidentName = ({ no, title }: Pick<IncidentLabel, 'no' | 'title'>) => `${no} ${title}`
const callName = ({ no, about }: CallLabel) => [no, about].filter(Boolean).join(' ')

/** 死亡 未知、被困 2: as they were said. Nothing when none was. */
function figureWords(figures: Figures | undefined, { t }: SentenceTools): string {
  const said = Object.entries(figures ?? {}).map(
    ([field, amount]) => `${fieldWord(field, t)} ${amountWords(amount, t)}`,
  )
  return said.length > 0 ? t('sentences:figures', { figures: listOf(said, t) }) : ''
}

/** A county may have added figures of its own, which have no text. */
function fieldWord(field: string, t: SentenceTools['t']): string {
  return t(`figures:${field}`, { defaultValue: field })
}

export const callSentences: SentencesOf<'call'> = {
  'call.recorded': (body, tools) => ({
    no: body.no,
    source: body.source.name,
    where: [body.village?.name, body.place].filter(Boolean).join(''),
    type: body.type?.name ?? '',
    // Figures follow after a semicolon: a full stop before it would be one too many.
    description: (body.description ?? '').replace(/[\s。；;，,.]+$/u, ''),
    figures: figureWords(body.figures, tools),
    unsigned: body.claimedName ? tools.t('sentences:unsigned', { name: body.claimedName }) : '',
    ...(body.incident ? { context: 'attached', incident: incidentName(body.incident) } : {}),
  }),
  'call.corrected': ({ label, reason }) => ({ call: callName(label), reason }),
  'call.attached': ({ label, incident, reason }, { t }) => ({
    call: callName(label),
    incident: incidentName(incident),
    because: because(reason, t),
  }),
  'call.detached': ({ label, incident, reason }) => ({
    call: callName(label),
    incident: incidentName(incident),
    reason,
  }),
  'call.confirmed': ({ label, claimedName }) => ({ call: callName(label), name: claimedName }),
  'call.voided': ({ label, reason }) => ({ call: callName(label), reason }),
  'call.restored': ({ label, reason }) => ({ call: callName(label), reason }),
}

export const incidentSentences: SentencesOf<'incident'> = {
  'incident.opened': (body, { t }) => ({
    incident: incidentName(body),
    level: t(`common:level.${body.level}`),
    ...(body.splitFrom ? { context: 'split', from: incidentName(body.splitFrom) } : {}),
  }),
  'incident.corrected': ({ label, set, reason }, { t }) => ({
    incident: incidentName(label),
    fields: listOf(
      Object.keys(set).map((field) => t(`sentences:word.incidentField.${field}`)),
      t,
    ),
    because: because(reason, t),
  }),
  'incident.graded': ({ label, level, proposed, reason }, { t }) => ({
    incident: incidentName(label),
    level: t(`common:level.${level}`),
    because: because(reason ?? proposed?.because, t),
    ...(proposed && proposed.level !== level
      ? { context: 'other', proposed: t(`common:level.${proposed.level}`) }
      : {}),
  }),
  'incident.advanced': ({ label, to, skipped, reason }, { t }) => ({
    incident: incidentName(label),
    phase: t(`sentences:word.phase.${to}`),
    skipped:
      skipped.length > 0
        ? t('sentences:skipped', {
            steps: listOf(
              skipped.map((one) => t(`sentences:word.phase.${one}`)),
              t,
            ),
          })
        : '',
    because: because(reason, t),
  }),
  'incident.reopened': ({ label, to, reason }, { t }) => ({
    incident: incidentName(label),
    phase: t(`sentences:word.phase.${to}`),
    reason,
  }),
  'incident.dismissed': ({ label, reason }) => ({ incident: incidentName(label), reason }),
  'incident.undismissed': ({ label, reason }) => ({ incident: incidentName(label), reason }),
  'incident.merged': ({ label, into, reason }, { t }) => ({
    incident: incidentName(label),
    into: incidentName(into),
    because: because(reason, t),
  }),
  'incident.unmerged': ({ label, from, reason }) => ({
    incident: incidentName(label),
    from: incidentName(from),
    reason,
  }),
  'incident.unsplit': ({ label, into, reason }) => ({
    incident: incidentName(label),
    into: incidentName(into),
    reason,
  }),
  'incident.transferred': ({ label, body, person, means, note }, { t }) => ({
    incident: incidentName(label),
    body: body.name,
    person,
    means: t(`sentences:word.means.${means}`),
    note: note ? t('sentences:noted', { note }) : '',
    ...(person ? {} : { context: 'nobody' }),
  }),
  'incident.transferReturned': ({ label, body, reason }) => ({
    incident: incidentName(label),
    body: body.name,
    reason,
  }),
  'incident.figuresClaimed': ({ label, at, source, figures, note }, tools) => ({
    incident: incidentName(label),
    at: formatBeijing(at, 'monthDay'),
    source,
    figures: figureWords(figures, tools),
    note: note ? tools.t('sentences:noted', { note }) : '',
  }),
  'incident.claimWithdrawn': ({ label, field, reason }, { t }) => ({
    incident: incidentName(label),
    field: fieldWord(field, t),
    reason,
  }),
  'incident.figureAdopted': ({ label, field, adopted, reason }, { t }) => ({
    incident: incidentName(label),
    field: fieldWord(field, t),
    because: because(reason, t),
    ...(adopted ? { source: adopted.source, amount: amountWords(adopted.value, t) } : { context: 'none' }),
  }),
  'incident.noted': ({ label, at, text }) => ({
    incident: incidentName(label),
    at: formatBeijing(at, 'monthDay'),
    text,
  }),
  'incident.voided': ({ label, reason }) => ({ incident: incidentName(label), reason }),
  'incident.restored': ({ label, reason }) => ({ incident: incidentName(label), reason }),
}
