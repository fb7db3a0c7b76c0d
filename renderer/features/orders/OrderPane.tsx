import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../shared/ipc/orders.ts'
import { goTo } from '../../app/route.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useNotices } from '../../components/notices.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'
import { useDeliveries } from '../../components/useDeliveries.ts'
import { type Draft, useDraft } from '../../components/useDraft.ts'
import { useNow } from '../../components/useNow.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { IssueTask } from '../tasks/IssueTask.tsx'
import { OrderDetailView } from './OrderDetailView.tsx'
import { linesOf } from './OrderHistoryView.tsx'

export interface OrderPaneProps {
  readonly id: string
  /** Something is being typed for this order, or no longer. */
  onHold(held: boolean): void
}

/** One order beside the list: S signs for it, R answers, T makes a task from it. */
export function OrderPane({ id, onHold }: OrderPaneProps) {
  const { t } = useTranslation('orders')
  const { data: order } = useDesk('order.detail', { id }, ['order', 'task', 'alarm'])
  const draft = useDraft<{ text: string }>('reply', draftIdOf(id), readDraft)
  if (order === undefined || draft.found === undefined)
    return <article className="order-detail" aria-busy="true" aria-label={t('title')} />
  if (order === null) return <EmptyState title={t('notFound')} hint={t('unknownHint')} />
  return <LoadedOrder key={id} order={order} draft={draft} onHold={onHold} />
}

interface LoadedOrderProps extends Pick<OrderPaneProps, 'onHold'> {
  readonly order: OrderDetail
  readonly draft: Draft<{ text: string }>
}

function LoadedOrder({ order, draft, onHold }: LoadedOrderProps) {
  const { t } = useTranslation('orders')
  const { tell } = useNotices()
  const now = useNow()
  const [reply, setReply] = useState(draft.found?.text ?? null)
  // What stands in the field now, for the answer to what was sent.
  const typed = useRef(reply)
  const [dialog, setDialog] = useState<'task' | 'reopen' | null>(null)
  const sign = useAct('order.acknowledge')
  const send = useAct('order.reply')
  const close = useAct('order.close')
  const reopen = useAct('order.reopen', { quiet: true })
  const deliveries = useDeliveries(linesOf(order).map(({ version }) => version))
  const { row, issued } = order
  const target = { id: row.id, base: [...order.tips] }
  const pending = sign.pending || send.pending || close.pending
  const held = reply !== null || dialog !== null
  useEffect(() => {
    onHold(held)
    return () => onHold(false)
  }, [held, onHold])
  const done = (act: string) => tell('good', t('recorded', { no: row.no, act: t(`act.${act}`) }))

  const type = (text: string | null) => {
    typed.current = text
    setReply(text)
    draft.keep(text ? { text } : null)
  }
  const doSign = async () => {
    if (!pending && (await sign.run({ ...target, by: '' })).ok) done('acknowledged')
  }
  const doSend = async (closing: boolean) => {
    if (reply === null || reply.trim() === '' || pending) return
    const answer = await send.run({ ...target, by: '', text: reply.trim(), close: closing })
    if (!answer.ok) return
    // What was typed on while it was written stays.
    if (typed.current === reply) type(null)
    done(closing ? 'closed' : 'replied')
  }
  const doClose = async () => {
    if (!pending && (await close.run(target)).ok) done('closed')
  }
  const doReopen = async (reason: string) => {
    if ((await reopen.run({ ...target, reason })).ok) setDialog(null)
  }
  const openReply = () => type(typed.current ?? '')
  const closed = row.status === 'closed'
  useRoomKeys(
    issued
      ? {
          s: row.status === 'issued' ? () => void doSign() : undefined,
          r: closed ? undefined : openReply,
          t: closed ? undefined : () => setDialog('task'),
        }
      : {},
  )
  return (
    <>
      <OrderDetailView
        order={order}
        now={now}
        deliveries={deliveries}
        reply={reply}
        pending={pending}
        onSign={() => void doSign()}
        onReply={type}
        onSend={(closing) => void doSend(closing)}
        onClose={() => void doClose()}
        onReopen={() => setDialog('reopen')}
        onTask={() => setDialog('task')}
        onOpenTask={(task) => goTo('tasks', task)}
      />
      {dialog === 'task' && issued ? (
        <IssueTask
          context={{
            order: { id: row.id, no: row.no, title: row.title },
            title: row.title,
            detail: issued.text,
            urgency: issued.urgency,
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'reopen' ? (
        <ReasonDialog
          title={t('reopen', { title: row.title })}
          explanation={t('reopenHint')}
          confirm={t('act.reopened')}
          pending={reopen.pending}
          problem={reopen.problem}
          onConfirm={(reason) => void doReopen(reason)}
          onCancel={() => setDialog(null)}
        />
      ) : null}
    </>
  )
}

/** Drafts have ids of small letters and digits. */
function draftIdOf(order: string): string {
  return `reply0${order.toLowerCase().replace(/[^a-z0-9]/g, '0')}`.slice(0, 40)
}

function readDraft(kept: unknown): { text: string } | null {
  return typeof kept === 'object' && kept !== null && 'text' in kept && typeof kept.text === 'string'
    ? { text: kept.text }
    : null
}
