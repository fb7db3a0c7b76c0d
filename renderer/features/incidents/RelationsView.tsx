import { useTranslation } from 'react-i18next'
import type { CompetentBody } from '../../../shared/domain/classification.ts'
import { nameOf } from '../../../shared/domain/classification.ts'
import type { Transfer } from '../../../shared/domain/incident/incident.ts'
import type { IncidentRef } from '../../../shared/domain/values.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import './facts.css'

interface RelationsViewProps {
  /** The one it ends in, when merged. */
  readonly mergedInto: IncidentRef | null
  readonly splitFrom: IncidentRef | null
  readonly members: readonly IncidentRef[]
  readonly splits: readonly IncidentRef[]
  readonly transfers: readonly Transfer[]
  readonly bodies: readonly CompetentBody[]
  onOpen(incident: string): void
  onReturn(transfer: Transfer): void
}

/** What the incident was merged with, split from or into, and to whom it was transferred. */
export function RelationsView(props: RelationsViewProps) {
  const { t, i18n } = useTranslation('incidents')
  const link = (ref: IncidentRef) => (
    <button key={ref.id} type="button" className="text-link" onClick={() => props.onOpen(ref.id)}>
      {ref.no} {ref.title}
    </button>
  )
  const { mergedInto, splitFrom, members, splits, transfers } = props
  if (!mergedInto && !splitFrom && members.length + splits.length + transfers.length === 0) return null
  return (
    <dl className="incident-relations">
      {mergedInto ? <Relation name={t('relations.mergedInto')}>{link(mergedInto)}</Relation> : null}
      {members.length > 0 ? <Relation name={t('relations.members')}>{members.map(link)}</Relation> : null}
      {splitFrom ? <Relation name={t('relations.splitFrom')}>{link(splitFrom)}</Relation> : null}
      {splits.length > 0 ? <Relation name={t('relations.splits')}>{splits.map(link)}</Relation> : null}
      {transfers.length > 0 ? (
        <Relation name={t('relations.transfers')}>
          {transfers.map((transfer) => (
            <span key={transfer.id} className="incident-transfer">
              {nameOf(props.bodies, transfer.body, i18n.language)} {transfer.person}
              <span className="muted">
                {t(`sentences:word.means.${transfer.means}`)}{' '}
                <BeijingTime ms={hlcMs(transfer.by.hlc)} format="monthDay" /> {transfer.by.name} {transfer.note}
              </span>
              {transfer.returned ? (
                <StatusTag tone="mute">{t('relations.returned', { reason: transfer.returned.reason })}</StatusTag>
              ) : (
                <Button size="small" kind="quiet" onClick={() => props.onReturn(transfer)}>
                  {t('relations.return')}
                </Button>
              )}
            </span>
          ))}
        </Relation>
      ) : null}
    </dl>
  )
}

function Relation({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
