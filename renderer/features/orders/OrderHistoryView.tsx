import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../shared/ipc/orders.ts'
import type { RecordDelivery } from '../../../shared/ipc/receipts.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { DeliveryMark } from '../../components/DeliveryMark.tsx'
import { formatMoment } from '../../components/momentText.ts'
import { StatusTag } from '../../components/StatusTag.tsx'

export interface OrderHistoryViewProps {
  readonly order: Pick<OrderDetail, 'acts' | 'late'>
  readonly now: number
  readonly deliveries: Readonly<Record<string, RecordDelivery>>
}

/** What the township did about an order, newest first, and how far each answer has come. */
export function OrderHistoryView({ order, now, deliveries }: OrderHistoryViewProps) {
  const { t } = useTranslation('orders')
  const lines = linesOf(order)
  if (lines.length === 0) return <p className="muted">{t('historyEmpty')}</p>
  return (
    <ol className="order-history">
      {lines.map(({ version, what, at, by, text, effective }) => {
        const delivery = deliveries[version]
        return (
          <li key={version}>
            <time className="digits">{formatMoment(at, now)}</time>
            <div>
              <p>
                <strong>{t(`did.${what}`)}</strong> {by}{' '}
                {effective ? null : <StatusTag tone="warn">{t('common:mark.ineffective')}</StatusTag>}{' '}
                {delivery?.delivery ? <DeliveryMark delivery={delivery.delivery} /> : null}
                {delivery?.reading ? ` ${t('readBy', { name: delivery.reading.by })}` : null}
              </p>
              {text ? <p className="order-history-text">{text}</p> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Acts and reasons in one line of time, the newest record first. */
export function linesOf({ acts, late }: Pick<OrderDetail, 'acts' | 'late'>) {
  return [
    ...acts.map(({ act, at, by, text, effective, writer }) => ({
      what: act,
      at,
      by,
      text,
      effective,
      version: writer.version,
      hlc: writer.hlc,
    })),
    ...late.map(({ reason, writer }) => ({
      what: 'explained' as const,
      at: hlcMs(writer.hlc),
      by: writer.name,
      text: reason,
      effective: true,
      version: writer.version,
      hlc: writer.hlc,
    })),
  ].sort((a, b) => (a.hlc < b.hlc ? 1 : a.hlc > b.hlc ? -1 : 0))
}
