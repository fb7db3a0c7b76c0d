import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { voidedTogether } from '../../../shared/domain/task/actVoiding.ts'
import { REPORTED_STEPS, type ReportedStep } from '../../../shared/domain/task/steps.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { goTo } from '../../app/route.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useDeliveries } from '../../components/useDeliveries.ts'
import { useNow } from '../../components/useNow.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { useAlarms } from '../alarms/Alarms.tsx'
import { type HistoryLine, historyOf } from './history.ts'
import { ACT_KEYS, CALL_KEY, canReport, SLIP_KEY, STEP_KEYS, trackOf, usualMeans, VOID_KEY } from './model.ts'
import { TaskActDialog } from './TaskActDialog.tsx'
import { type OtherAct, TaskDetailView } from './TaskDetailView.tsx'
import { TaskStepForm } from './TaskStepForm.tsx'
import { VoidTaskLine } from './VoidTaskLine.tsx'

export interface TaskPaneProps {
  readonly id: string
  onClose(): void
  /** A step is being written down: what is typed would be lost if another task were opened in its place. */
  onWriting(writing: boolean): void
}

/** One task beside the list: read, acted on by keys, kept up to date. */
export function TaskPane({ id, onClose, onWriting }: TaskPaneProps) {
  const { t } = useTranslation('tasks')
  const { data: task, dataUpdatedAt } = useDesk('task.detail', { id }, ['task', 'receipt', 'alarm'])
  if (task === undefined) return <section className="task-detail" aria-busy="true" aria-label={t('title')} />
  if (task === null) return <EmptyState title={t('unknown')} hint={t('unknownHint')} />
  return <LoadedTask key={id} task={task} readAt={dataUpdatedAt} onClose={onClose} onWriting={onWriting} />
}

type Under = { readonly step: ReportedStep } | { readonly line: HistoryLine } | { readonly act: OtherAct } | null

interface LoadedTaskProps {
  readonly task: TaskDetail
  /** When it was read: a deadline may have passed since the minute began. */
  readonly readAt: number
  onClose(): void
  onWriting(writing: boolean): void
}

function LoadedTask({ task, readAt, onClose, onWriting }: LoadedTaskProps) {
  const now = Math.max(useNow(), readAt)
  const alarms = useAlarms().data?.alarms ?? []
  const unexplained = alarms.find(({ subject, wantsReason }) => wantsReason && subject.id === task.row.id) ?? null
  const [under, setUnder] = useState<Under>(null)
  const writing = under !== null && 'step' in under
  useEffect(() => {
    onWriting(writing)
    return () => onWriting(false)
  }, [writing, onWriting])
  const deliveries = useDeliveries(historyOf(task).map(({ version }) => version))
  const track = trackOf(task)
  const report = (step: ReportedStep) => {
    if (canReport(task, track, step)) setUnder({ step })
  }
  // What was pressed a moment ago is what one wants to take back.
  const newest = historyOf(task).find(({ version }) => voidedTogether(task, version).length > 0)
  const keys = Object.fromEntries([
    ...REPORTED_STEPS.map((step) => [STEP_KEYS[step], () => report(step)]),
    ...Object.entries(ACT_KEYS).map(([act, key]) => [key, () => setUnder({ act: act as OtherAct })]),
    [CALL_KEY, task.row.open ? () => setUnder({ act: 'calling' }) : undefined],
    [SLIP_KEY, () => setUnder({ act: 'slip' })],
    [VOID_KEY, newest ? () => setUnder({ line: newest }) : undefined],
    ['escape', () => (under ? setUnder(null) : onClose())],
  ])
  useRoomKeys(task.row.voided ? { escape: onClose } : keys)
  const done = () => setUnder(null)
  const usual = usualMeans(task)
  return (
    <>
      <TaskDetailView
        task={task}
        now={now}
        unexplained={unexplained}
        deliveries={deliveries}
        form={
          under && 'step' in under ? (
            <TaskStepForm key={under.step} task={task} step={under.step} now={now} means={usual} onDone={done} />
          ) : null
        }
        onStep={report}
        onOther={(act) => setUnder({ act })}
        onVoidLine={(line) => setUnder({ line })}
        onIncident={(incident) => goTo('incidents', incident)}
        onOrder={(order) => goTo('orders', order)}
        onClose={onClose}
      />
      {under && 'line' in under ? <VoidTaskLine task={task} line={under.line} now={now} onDone={done} /> : null}
      {under && 'act' in under ? (
        <TaskActDialog task={task} act={under.act} alarm={unexplained} now={now} means={usual} onDone={done} />
      ) : null}
    </>
  )
}
