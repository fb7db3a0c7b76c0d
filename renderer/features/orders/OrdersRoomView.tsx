import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderRow } from '../../../shared/ipc/orders.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { formatMoment } from '../../components/momentText.ts'
import { RoomHeader } from '../../components/RoomHeader.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { useWalkedList } from '../../components/useWalkedList.ts'
import { compareOrders } from './model.ts'
import { OrderMarks } from './OrderMarks.tsx'

export interface OrdersRoomViewProps {
  /** Null while they are read for the first time. */
  readonly rows: readonly OrderRow[] | null
  readonly more: boolean
  readonly now: number
  readonly scope: 'open' | 'all'
  /** Id of the open order. */
  readonly open: string | null
  /** The open order. */
  readonly pane: ReactNode
  onScope(scope: 'open' | 'all'): void
  onOpen(id: string): void
}

/** Orders of the county at the left, the open one large beside them. */
export function OrdersRoomView({ rows, more, now, scope, open, pane, onScope, onOpen }: OrdersRoomViewProps) {
  const { t } = useTranslation('orders')
  const walked = useWalkedList<HTMLElement>()
  const waiting = rows?.filter(({ status }) => status === 'issued').length ?? 0
  return (
    <div className="room">
      <RoomHeader title={t('title')} note={waiting > 0 ? t('waiting', { count: waiting }) : undefined}>
        <SegmentedChoice
          label={t('scope.title')}
          value={scope}
          options={(['open', 'all'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
          onChange={onScope}
        />
      </RoomHeader>
      <div className="order-room">
        <nav className="order-list scroll" aria-label={t('title')} {...walked}>
          {rows?.length === 0 ? <EmptyState title={t(`empty.${scope}`)} hint={t('emptyHint')} /> : null}
          <ul>
            {[...(rows ?? [])].sort(scope === 'open' ? compareOrders : () => 0).map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className="list-card order-card"
                  data-waiting={row.status === 'issued' || undefined}
                  aria-current={row.id === open || undefined}
                  onClick={() => onOpen(row.id)}
                >
                  <span className="muted digits">
                    {row.no} · {formatMoment(row.issuedAt, now)}
                  </span>
                  <span className="order-card-title">{row.title}</span>
                  <OrderMarks row={row} now={now} />
                </button>
              </li>
            ))}
          </ul>
          {more ? <p className="muted order-more">{t('more')}</p> : null}
        </nav>
        {pane ?? (rows && rows.length > 0 ? <EmptyState title={t('choose')} /> : null)}
      </div>
    </div>
  )
}
