import { useTranslation } from 'react-i18next'
import type { OrderRow } from '../../../shared/ipc/orders.ts'
import { sayDuration } from '../../components/duration.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { timeLeft, toneOfOrder } from './model.ts'

/** How an order stands: urgency, 待签收 → 已签收 → 已回复 → 办结, and how long is left for the answer. */
export function OrderMarks({ row, now }: { readonly row: OrderRow; readonly now: number }) {
  const { t } = useTranslation('orders')
  const left = timeLeft(row, now)
  return (
    <span className="order-marks">
      {row.urgency === 'life-safety' ? (
        <StatusTag tone="bad" shape="diamond">
          {t('urgency.life-safety')}
        </StatusTag>
      ) : null}
      <StatusTag tone={toneOfOrder(row.status)}>{t(`status.${row.status}`)}</StatusTag>
      {left === null ? null : left < 0 ? (
        <StatusTag tone="bad">{t('replyLate', { span: sayDuration(-left, t) })}</StatusTag>
      ) : (
        <StatusTag tone={row.amberAt !== null && now >= row.amberAt ? 'warn' : 'mute'}>
          {t('replyLeft', { span: sayDuration(left, t) })}
        </StatusTag>
      )}
      {row.known ? null : <StatusTag tone="mute">{t('unknown')}</StatusTag>}
    </span>
  )
}
