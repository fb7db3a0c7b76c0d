import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { commanderOf, outcomeOf } from '../../../shared/domain/response/readResponse.ts'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import type { SituationIncident } from '../../../shared/ipc/situation.ts'
import { amountWords } from '../../components/amountWords.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { reportsLate } from '../alarms/model.ts'
import { EvacuationTotals } from '../evacuation/EvacuationTotals.tsx'
import { commanderText } from '../response/CommandView.tsx'
import { ForceState } from '../response/ForceState.tsx'
import { LifelinesView } from '../response/LifelinesView.tsx'
import { forceLines, overdueOf } from '../response/model.ts'
import { OverdueView } from '../response/OverdueView.tsx'
import { LateMark } from '../tasks/TaskMarks.tsx'
import { figuresShown, helpWanted, isContested, openTasks } from './model.ts'

interface OfIncident {
  readonly incident: SituationIncident
}
interface InTime extends OfIncident {
  readonly ringMinutes: number | null
  readonly now: number
}

function Block({
  title,
  name,
  children,
}: {
  readonly title: string
  readonly name: string
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls when much is under way, so a keyboard has to be able to reach it
    <section className="situation-block" data-block={name} aria-label={title} tabIndex={0}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** How bad it is: official figures large, what is only said marked so. Unsaid is not zero. */
export function FiguresBlock({ incident }: OfIncident) {
  const { t } = useTranslation('situation')
  return (
    <dl className="situation-figures">
      {figuresShown(incident.row.figures).map((figure) => {
        const { field, official, said } = figure
        const [first] = said
        const value = official ? official.value : first
        return (
          <div key={field} data-known={value !== undefined || undefined} data-official={official !== null || undefined}>
            <dt>{t(`figures:${field}`, { defaultValue: field })}</dt>
            <dd>
              <strong className="digits">
                {value === undefined
                  ? t('unsaid')
                  : isContested(figure)
                    ? said.map((one) => amountWords(one, t)).join(' / ')
                    : amountWords(value, t)}
              </strong>
              <span>
                {value === undefined
                  ? ''
                  : official
                    ? official.source
                    : isContested(figure)
                      ? t('contested')
                      : t('notAdopted')}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** What is late. */
export function LateBlock({ incident, ringMinutes, now, alarms }: InTime & { readonly alarms: readonly Alarm[] }) {
  const { t } = useTranslation('situation')
  const { board, tasks } = incident
  const forces = forceLines(tasks, board.response?.state ?? null, ringMinutes, now)
  const overdue = overdueOf(board, tasks, forces, reportsLate(alarms, incident.row.id), now)
  return (
    <Block title={t('late.title', { count: overdue.length })} name="late">
      <OverdueView overdue={overdue} now={now} />
      <p className="situation-steps">
        {incident.steps.open === 0
          ? t('late.stepsDone')
          : t('late.stepsOpen', { count: incident.steps.open, all: incident.steps.all })}
      </p>
    </Block>
  )
}

/** Who commands and who is doing what. */
export function ForcesBlock({ incident, ringMinutes, now }: InTime) {
  const { t } = useTranslation('situation')
  const response = incident.board.response?.state ?? null
  const commander = response && commanderOf(response)
  const forces = forceLines(openTasks(incident.tasks), response, ringMinutes, now)
  return (
    <Block title={t('forces.title')} name="forces">
      <p className="situation-commander">
        {t('response:command.commander')}{' '}
        <strong className="situation-commander-name">
          {commander ? commanderText(commander) : t('response:command.nobody')}
        </strong>
      </p>
      {forces.length === 0 ? <p className="muted">{t('forces.none')}</p> : null}
      <ul className="situation-forces">
        {forces.map((line) => (
          <li key={line.task.id}>
            <strong>{line.task.recipient.name}</strong> <ForceState line={line} now={now} />{' '}
            <LateMark row={line.task} now={now} />
            <span className="situation-task">{line.task.title}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** What the county knows: the last report, the last word, what has not arrived there; and what it wants of us. */
export function CountyBlock({ incident: { county, ordered } }: OfIncident) {
  const { t } = useTranslation('situation')
  const { report, told, waiting } = county
  return (
    <Block title={t('county.title')} name="county">
      <ul className="situation-lines">
        <li>
          {report ? (
            <>
              {t('county.report', {
                kind: t(`sentences:word.reportKind.${report.kind}`),
                ordinal: report.ordinal > 0 ? String(report.ordinal) : '',
              })}{' '}
              <BeijingTime ms={report.at} format="monthDay" />
            </>
          ) : (
            <StatusTag tone="warn">{t('county.noReport')}</StatusTag>
          )}
        </li>
        {told ? (
          <li>
            {t('county.told', { to: told.to, route: t(`sentences:word.route.${told.route}`) })}{' '}
            <BeijingTime ms={told.at} format="monthDay" />
          </li>
        ) : null}
        <li>
          {waiting > 0 ? (
            <StatusTag tone="warn">{t('county.waiting', { count: waiting })}</StatusTag>
          ) : (
            <StatusTag tone="good">{t('county.complete')}</StatusTag>
          )}{' '}
          {t('county.counts', { delivered: county.delivered, read: county.read })}
        </li>
        {ordered.map((text) => (
          <li key={text}>
            <StatusTag tone="info">{t('county.ordered')}</StatusTag> {text}
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** What help is asked: of others, and by those on the telephone. */
export function HelpBlock({ incident }: OfIncident) {
  const { t } = useTranslation('situation')
  const { requests, asked } = helpWanted(incident)
  return (
    <Block title={t('help.title')} name="help">
      {requests.length + asked.length === 0 ? <p className="muted">{t('help.none')}</p> : null}
      <ul className="situation-lines">
        {requests.map((request) => {
          const outcome = outcomeOf(request)
          return (
            <li key={request.id}>
              <StatusTag tone={outcome === null ? 'warn' : 'info'}>
                {outcome === null ? t('response:help.unanswered') : t(`response:help.outcome.${outcome}`)}
              </StatusTag>{' '}
              {t('response:help.asked', { from: request.from, what: request.what })}{' '}
              <BeijingTime ms={request.at} format="time" />
            </li>
          )
        })}
        {asked.map((text) => (
          <li key={text}>
            <StatusTag tone="mute">{t('help.caller')}</StatusTag> {text}
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** Who is out, who refuses, who cannot be reached. */
export function EvacuationBlock({ incident }: OfIncident) {
  const { t } = useTranslation('situation')
  return (
    <Block title={t('evacuation')} name="evacuation">
      {incident.evacuation.should.households === 0 ? (
        <p className="muted">{t('noEvacuation')}</p>
      ) : (
        <EvacuationTotals sum={incident.evacuation} />
      )}
    </Block>
  )
}

export function LifelinesBlock({ incident, now }: OfIncident & { readonly now: number }) {
  const { t } = useTranslation('situation')
  const cut = incident.outages.filter(({ repair }) => repair === null).length
  return (
    <Block title={t('response:lifelines.title', { count: cut })} name="lifelines">
      <LifelinesView outages={incident.outages} now={now} />
    </Block>
  )
}
