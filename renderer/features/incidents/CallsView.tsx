import { useTranslation } from 'react-i18next'
import { type Classification, isFromAbove } from '../../../shared/domain/classification.ts'
import { amountWords } from '../../components/amountWords.ts'
import { BeijingTime } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { LevelMark } from '../../components/LevelMark.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { ContestView } from './ContestView.tsx'
import type { CallView } from './model.ts'
import './calls.css'

export const CALL_ACTS = ['confirm', 'correct', 'move', 'detach', 'void', 'restore'] as const
export type CallAct = (typeof CALL_ACTS)[number]

interface CallsViewProps {
  readonly calls: readonly CallView[]
  readonly classification: Classification
  onAct(act: CallAct, call: CallView): void
  /** Settles where a call belongs, or what one of its fields says. */
  onChoose(call: CallView, field: string, value: CallView['contests'][number]['options'][number]['value']): void
}

/** Each call in the words it came in; what became of it can be undone. */
export function CallsView({ calls, classification, onAct, onChoose }: CallsViewProps) {
  const { t } = useTranslation('incidents')
  if (calls.length === 0) return <p className="muted">{t('calls.none')}</p>
  return (
    <ul className="incident-calls">
      {calls.map((call) => (
        <li key={call.id} data-void={call.voided !== null || undefined}>
          <CallHead call={call} />
          <CallWords call={call} above={isFromAbove(call.fields.source.key, classification.sources)} />
          {call.contests.map((contest) => (
            <ContestView
              key={contest.field}
              contest={contest}
              name={contest.field === 'incident' ? t('calls.belongs') : t(`callField.${contest.field}`)}
              types={classification.types}
              onChoose={(value) => onChoose(call, contest.field, value)}
            />
          ))}
          <div className="incident-call-acts">
            {actsOf(call).map((act) => (
              <Button
                key={act}
                size="small"
                kind={act === 'confirm' ? 'primary' : 'quiet'}
                label={t('calls.actOn', { act: t(`calls.act.${act}`), no: call.no })}
                onClick={() => onAct(act, call)}
              >
                {t(`calls.act.${act}`)}
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function CallHead({ call: { no, known, fields, through, unconfirmedName, voided } }: { readonly call: CallView }) {
  const { t } = useTranslation('incidents')
  const { source, caller, reportedAt, level } = fields
  return (
    <p className="incident-call-head">
      <strong className="digits">{no}</strong>
      {known ? <BeijingTime ms={reportedAt} format="monthDay" /> : <StatusTag tone="mute">{t('stub')}</StatusTag>}
      <span>{[source.name, caller.post, caller.name].filter(Boolean).join(' ')}</span>
      {caller.phone ? <span className="digits">{caller.phone}</span> : null}
      {level === 'undetermined' ? null : <LevelMark level={level} />}
      {through ? <StatusTag tone="info">{t('calls.through', { no: through })}</StatusTag> : null}
      {unconfirmedName === null ? null : (
        <StatusTag tone="warn">{t('calls.unconfirmed', { name: unconfirmedName })}</StatusTag>
      )}
      {voided === null ? null : <StatusTag tone="bad">{t('calls.voided', { reason: voided })}</StatusTag>}
    </p>
  )
}

interface CallWordsProps {
  readonly call: CallView
  /** From an office above ours: what it asks for is an order. */
  readonly above: boolean
}

function CallWords({ call: { fields, figures }, above }: CallWordsProps) {
  const { t } = useTranslation('incidents')
  const { village, place, at, description, measures, requests } = fields
  const where = [village?.name, place].filter(Boolean).join('')
  const said = Object.entries(figures).map(
    ([field, amount]) => `${t(`figures:${field}`, { defaultValue: field })} ${amountWords(amount, t)}`,
  )
  return (
    <div className="incident-call-words">
      <p>
        {where ? `${where}　` : ''}
        {description}
      </p>
      {at === null ? null : (
        <p>
          {t('callField.at')} <BeijingTime ms={at} format="monthDay" />
        </p>
      )}
      {said.length > 0 ? <p>{said.join(t('common:list.comma'))}</p> : null}
      {measures ? <p>{t('calls.measures', { text: measures })}</p> : null}
      {requests ? <p>{t(above ? 'calls.ordered' : 'calls.requests', { text: requests })}</p> : null}
    </div>
  )
}

function actsOf({ known, unconfirmedName, voided, fields }: CallView): readonly CallAct[] {
  if (voided !== null) return ['restore']
  return CALL_ACTS.filter((act) => {
    if (act === 'restore') return false
    if (act === 'confirm') return unconfirmedName !== null
    if (act === 'correct' || act === 'void') return known
    return act !== 'detach' || fields.incident !== null
  })
}
