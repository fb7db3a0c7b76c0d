import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../shared/ipc/orders.ts'
import type { RecordDelivery } from '../../../shared/ipc/receipts.ts'
import { Button } from '../../components/Button.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { formatMoment } from '../../components/momentText.ts'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TaskCard } from '../tasks/TaskBoardView.tsx'
import { OrderHistoryView } from './OrderHistoryView.tsx'
import { OrderMarks } from './OrderMarks.tsx'

export interface OrderDetailViewProps {
  readonly order: OrderDetail
  readonly now: number
  readonly deliveries: Readonly<Record<string, RecordDelivery>>
  /** The answer as it is typed; null: the field is not open. */
  readonly reply: string | null
  readonly pending: boolean
  onSign(): void
  onReply(text: string | null): void
  /** Sends the answer; `close`: it settles the order. */
  onSend(close: boolean): void
  onClose(): void
  onReopen(): void
  onTask(): void
  onOpenTask(id: string): void
}

/** One order, to be read at arm's length: text large, 签收 first, then the answer, tasks from it, and what was done. */
export function OrderDetailView(props: OrderDetailViewProps) {
  const { order, now, deliveries, reply, onOpenTask } = props
  const { t } = useTranslation('orders')
  const { row, issued, receivedAt, tasks } = order
  return (
    <article className="order-detail scroll" aria-label={t('detail', { title: row.title })}>
      <header>
        <p className="muted digits">
          {row.no}
          {issued
            ? ` · ${t(issued.by ? 'issuedBy' : 'issuedAt', { by: issued.by, at: formatMoment(issued.at, now) })}`
            : ''}
          {receivedAt ? ` · ${t('receivedAt', { at: formatMoment(receivedAt, now) })}` : ''}
        </p>
        <h2>{row.title}</h2>
        <OrderMarks row={row} now={now} />
      </header>
      {issued?.text ? (
        <p className="order-text">{issued.text}</p>
      ) : issued ? null : (
        <p className="muted">{t('unknownHint')}</p>
      )}
      {issued?.replyBy ? (
        <p className="order-due">{t('replyBy', { at: formatMoment(issued.replyBy, now) })}</p>
      ) : issued ? (
        <p className="muted">{t('noReply')}</p>
      ) : null}
      {issued ? <OrderActs {...props} /> : null}
      {reply === null ? null : <ReplyForm {...props} reply={reply} />}
      {tasks.length > 0 ? (
        <section aria-label={t('tasks')}>
          <h3>{t('tasks')}</h3>
          <ul className="order-tasks">
            {tasks.map((task) => (
              <li key={task.id}>
                <TaskCard row={task} now={now} current={false} showRecipient onOpen={onOpenTask} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <h3>{t('history')}</h3>
      <OrderHistoryView order={order} now={now} deliveries={deliveries} />
    </article>
  )
}

function OrderActs({ order: { row }, reply, pending, ...on }: OrderDetailViewProps) {
  const { t } = useTranslation('orders')
  const unsigned = row.status === 'issued'
  return (
    <div className="order-acts">
      {unsigned ? (
        <Button kind="primary" hotkey="S" pending={pending} onClick={on.onSign}>
          {t('act.acknowledged')}
        </Button>
      ) : null}
      {row.status === 'closed' ? (
        <Button onClick={on.onReopen}>{t('act.reopened')}</Button>
      ) : (
        <>
          <Button
            kind={unsigned || row.repliedAt !== null ? 'plain' : 'primary'}
            hotkey="R"
            disabled={reply !== null}
            onClick={() => on.onReply('')}
          >
            {t('act.replied')}
          </Button>
          <Button hotkey="T" onClick={on.onTask}>
            {t('makeTask')}
          </Button>
          <Button pending={pending} onClick={on.onClose}>
            {t('act.closed')}
          </Button>
        </>
      )}
    </div>
  )
}

function ReplyForm({ reply, pending, onReply, onSend }: OrderDetailViewProps & { readonly reply: string }) {
  const { t } = useTranslation('orders')
  const ready = reply.trim() !== '' && !pending
  return (
    <EnterForm label={t('reply')} className="form-column order-reply" onSubmit={() => ready && onSend(false)}>
      <TextAreaField
        label={t('reply')}
        hint={t('replyHint')}
        value={reply}
        rows={4}
        autoFocus
        maxLength={10_000}
        onChange={onReply}
      />
      <div className="dialog-buttons">
        <Button onClick={() => onReply(null)}>{t('common:form.cancel')}</Button>
        <Button disabled={reply.trim() === ''} pending={pending} onClick={() => onSend(true)}>
          {t('sendAndClose')}
        </Button>
        <Button submit kind="primary" disabled={reply.trim() === ''} pending={pending} hotkey="Ctrl+Enter">
          {t('send')}
        </Button>
      </div>
    </EnterForm>
  )
}
