import { useTranslation } from 'react-i18next'
import { voidedTogether } from '../../../shared/domain/task/actVoiding.ts'
import type { Voiding } from '../../../shared/domain/voiding.ts'
import type { RecordDelivery } from '../../../shared/ipc/receipts.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { Button } from '../../components/Button.tsx'
import { DeliveryMark } from '../../components/DeliveryMark.tsx'
import { formatMoment } from '../../components/momentText.ts'
import { reasonWords } from '../../components/reasonWords.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { type HistoryLine, historyOf } from './history.ts'
import { VOID_KEY } from './model.ts'
import './taskHistory.css'

export interface TaskHistoryViewProps {
  readonly task: Pick<TaskDetail, 'acts' | 'rings' | 'escalations' | 'notes' | 'late' | 'voided'>
  readonly now: number
  /** How far each record has come, by version. */
  readonly deliveries: Readonly<Record<string, RecordDelivery>>
  /** Asks why a record is taken back; null: the task takes no acts. */
  readonly onVoid: ((line: HistoryLine) => void) | null
}

/** Everything that happened to a task, newest first: when, what, by whom and by what means, and who wrote it down. */
export function TaskHistoryView({ task, now, deliveries, onVoid }: TaskHistoryViewProps) {
  const { t } = useTranslation('tasks')
  const lines = historyOf(task)
  const newest = lines.find(({ version }) => voidedTogether(task, version).length > 0)
  return (
    <ol className="task-history" aria-label={t('history.title')}>
      {lines.map((line) => (
        <li key={line.version} data-effect={line.voided ? undefined : line.effect} data-voided={line.voided !== null}>
          <time className="digits">{formatMoment(line.at, now)}</time>
          <div>
            <p>
              <strong>{t(`did.${line.what}`)}</strong> <HistoryWords line={line} now={now} />
            </p>
            {line.text ? <p className="task-history-text">{reasonWords(line.text, t)}</p> : null}
            {line.voided ? <VoidedWords voided={line.voided} now={now} /> : null}
            <p className="muted">
              {t('history.writtenBy', { name: line.writtenBy || t('history.nobody') })}
              <DeliveryOf delivery={deliveries[line.version]} />
              {onVoid && voidedTogether(task, line.version).length > 0 ? (
                <Button
                  size="small"
                  kind="quiet"
                  {...(line === newest ? { hotkey: VOID_KEY.toUpperCase() } : {})}
                  label={t('history.voidOf', { what: t(`did.${line.what}`), at: formatMoment(line.at, now) })}
                  onClick={() => onVoid(line)}
                >
                  {t('act.voided')}
                </Button>
              ) : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Who took it back, when and why; what it said stays, struck through. */
function VoidedWords({ voided, now }: { readonly voided: Voiding; readonly now: number }) {
  const { t } = useTranslation('tasks')
  const at = formatMoment(hlcMs(voided.by.hlc), now)
  return (
    <p className="task-history-voided">
      <StatusTag tone="mute">{t('history.voided')}</StatusTag>
      <span>{t('history.voidedBy', { name: voided.by.name || t('history.nobody'), at, reason: voided.reason })}</span>
    </p>
  )
}

function HistoryWords({ line, now }: { readonly line: HistoryLine; readonly now: number }) {
  const { t } = useTranslation('tasks')
  return (
    <>
      {line.recipient ? t('history.to', { name: line.recipient }) : line.by}
      <CallWords line={line} />
      {line.means ? <span className="muted"> {t(`means.${line.means}`)}</span> : null}
      {line.consent ? (
        <StatusTag tone="mute">
          {t('mark.consent', { name: line.consent.person.name, at: formatMoment(line.consent.at, now) })}
        </StatusTag>
      ) : null}
      {line.selfVerified ? <StatusTag tone="warn">{t('mark.selfVerified')}</StatusTag> : null}
      {line.effect === 'filled' ? <StatusTag tone="mute">{t('mark.filled')}</StatusTag> : null}
      {line.effect === 'none' && !line.voided ? (
        <StatusTag tone="warn">{t('common:mark.ineffective')}</StatusTag>
      ) : null}
      {line.concurrent ? <StatusTag tone="warn">{t('common:mark.concurrent')}</StatusTag> : null}
      {line.skipped.length > 0 ? (
        <StatusTag tone="mute">
          {t('mark.skippedSteps', {
            steps: line.skipped.map((step) => t(`step.${step}`)).join(t('common:list.comma')),
          })}
        </StatusTag>
      ) : null}
    </>
  )
}

/** A call and what came of it; who was asked instead of whom, and why. */
function CallWords({ line: { ring, escalation } }: { readonly line: HistoryLine }) {
  const { t } = useTranslation('tasks')
  if (ring) {
    const { callee, outcome } = ring
    return (
      <span className="digits">
        {t('history.rung', { ...callee, outcome: t(`sentences:word.ringOutcome.${outcome}`) })}
      </span>
    )
  }
  if (!escalation) return null
  const { from, to, team, cause, failed } = escalation
  return t('history.escalated', {
    to: team || to.name,
    from: from?.name ?? '',
    cause: t(`sentences:word.escalationCause.${cause}`, { count: failed }),
  })
}

function DeliveryOf({ delivery }: { readonly delivery: RecordDelivery | undefined }) {
  const { t } = useTranslation('tasks')
  if (!delivery?.delivery) return null
  return (
    <>
      {' '}
      <DeliveryMark delivery={delivery.delivery} />
      {delivery.reading ? ` ${t('history.readBy', { name: delivery.reading.by })}` : null}
    </>
  )
}
