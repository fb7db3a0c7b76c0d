import { useTranslation } from 'react-i18next'
import { ON_ITS_WAY_MS } from '../../../shared/domain/report/countyHad.ts'
import type { ReliefCondition } from '../../../shared/domain/report/events.ts'
import { unsignedFor } from '../../../shared/domain/report/readReport.ts'
import type { Telling } from '../../../shared/domain/report/reporting.ts'
import type { RecordDelivery } from '../../../shared/ipc/receipts.ts'
import type { IncidentReporting, ReportView } from '../../../shared/ipc/reports.ts'
import { BeijingTime, formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { sayDuration } from '../../components/duration.ts'
import { Panel } from '../../components/Panel.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { ClockLine } from './ClockLine.tsx'
import { STATE_TONES, stateOf } from './model.ts'
import { ReliefView } from './ReliefView.tsx'
import './reports.css'

export interface IncidentReportsViewProps {
  /** Null while it is read for the first time. */
  readonly reporting: IncidentReporting | null
  readonly deliveries: Readonly<Record<string, RecordDelivery>>
  readonly now: number
  /** Something half written waits. */
  readonly hasDraft: boolean
  onDraft(): void
  onTell(): void
  onOpen(report: string): void
  onVoidTelling(telling: Telling): void
  onWaive(): void
  onStartRelief(): void
  onRelief(condition: ReliefCondition): void
  onUndoRelief(condition: ReliefCondition): void
}

/** Reporting of one incident: what is due, what was written, who was told. */
export function IncidentReportsView(props: IncidentReportsViewProps) {
  const { reporting, now, hasDraft, onDraft, onTell, onWaive } = props
  const { t } = useTranslation('reports')
  const waived = reporting?.waived ?? null
  return (
    <Panel
      title={t('title')}
      help="reports"
      actions={
        <>
          <Button size="small" hotkey="P" onClick={onDraft}>
            {hasDraft ? t('resume') : t('draft')}
          </Button>
          <Button size="small" hotkey="K" onClick={onTell}>
            {t('tell.title')}
          </Button>
          {reporting && !reporting.relief ? (
            <Button size="small" kind="quiet" onClick={props.onStartRelief}>
              {t('relief.start')}
            </Button>
          ) : null}
          <Button size="small" kind="quiet" onClick={onWaive}>
            {waived ? t('unwaive') : t('waive')}
          </Button>
        </>
      }
    >
      {waived ? (
        <p>
          <StatusTag tone="mute">{t('waived')}</StatusTag>{' '}
          <span className="muted">{t('waivedBy', { reason: waived.reason, by: waived.by.name })}</span>
        </p>
      ) : null}
      {reporting && reporting.clocks.length > 0 ? (
        <ul className="report-clocks">
          {reporting.clocks.map((line) => (
            <ClockLine key={`${line.clock} ${line.dueAt}`} line={line} now={now} />
          ))}
        </ul>
      ) : null}
      {reporting?.relief ? (
        <ReliefView relief={reporting.relief} onReach={props.onRelief} onUndo={props.onUndoRelief} />
      ) : null}
      {reporting?.reports.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="report-list">
        {reporting?.reports.toReversed().map((view) => (
          <ReportLine key={view.report.label.id} view={view} {...props} />
        ))}
      </ul>
      {reporting && reporting.told.length > 0 ? (
        <>
          <h3 className="report-told-title">{t('told')}</h3>
          <ul className="report-list">
            {reporting.told.map((telling) => (
              <TellingLine key={telling.id} telling={telling} onVoid={props.onVoidTelling} />
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  )
}

function ReportLine({
  view,
  deliveries,
  now,
  onOpen,
}: Pick<IncidentReportsViewProps, 'deliveries' | 'now' | 'onOpen'> & { readonly view: ReportView }) {
  const { t } = useTranslation('reports')
  const { report, percent, missing, sentVersion, correctedBy, hadAt } = view
  const { id, no, kind, ordinal, title } = report.label
  const known = deliveries[sentVersion]
  const state = stateOf(view, known?.delivery)
  const gap = unsignedFor(report, now)
  const [sending] = report.sendings
  return (
    <li className="report-line">
      <button type="button" className="link" onClick={() => onOpen(id)}>
        {t(`kind.${kind}`, { n: ordinal })} <span className="digits">{no}</span>
      </button>
      <StatusTag tone={STATE_TONES[state]}>{t(`state.${state}`)}</StatusTag>
      {percent < 100 && !sending ? (
        <StatusTag tone="mute">{t('percent', { percent, count: missing.length })}</StatusTag>
      ) : null}
      {gap === null ? null : (
        <StatusTag tone="warn">
          {report.approval ? t('gap', { span: sayDuration(gap, t) }) : t('gapOpen', { span: sayDuration(gap, t) })}
        </StatusTag>
      )}
      {correctedBy ? <StatusTag tone="mute">{t('correctedBy', { no: correctedBy })}</StatusTag> : null}
      <span className="report-line-title">{title}</span>
      <span className="muted report-line-last">
        {report.approval ? t('signedBy', { name: report.approval.person.name }) : null}
        {sending ? (
          <>
            {' '}
            <BeijingTime ms={sending.at} format="monthDay" />{' '}
            {t('sentTo', { to: sending.recipients.map(({ to }) => to.name).join(t('common:list.comma')) })}
          </>
        ) : null}
        {sending && hadAt !== null && hadAt - sending.at >= ON_ITS_WAY_MS
          ? t('deliveredAt', { at: formatBeijing(hadAt, 'monthDay') })
          : null}
        {known?.reading ? ` ${t('readBy', { by: known.reading.by })}` : null}
      </span>
    </li>
  )
}

function TellingLine({ telling, onVoid }: { readonly telling: Telling; onVoid(telling: Telling): void }) {
  const { t } = useTranslation('reports')
  const { at, to, person, phone, route, saidBy, text, voided } = telling
  return (
    <li className="report-line" data-voided={voided !== null}>
      <BeijingTime ms={at} format="monthDay" />
      <strong>{to.name}</strong>
      <span>{[person, phone].filter(Boolean).join(' ')}</span>
      <StatusTag tone="mute">{t(`route.${route}`)}</StatusTag>
      <span className="muted">{t('saidBy', { by: saidBy })}</span>
      {voided ? (
        <StatusTag tone="mute">{t('voided', { reason: voided.reason })}</StatusTag>
      ) : (
        <Button size="small" kind="quiet" label={t('voidTellingOf', { to: to.name })} onClick={() => onVoid(telling)}>
          {t('voidTelling')}
        </Button>
      )}
      {text ? <span className="report-line-title">{text}</span> : null}
    </li>
  )
}
