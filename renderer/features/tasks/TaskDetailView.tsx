import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { canCancel, canReturn, REPORTED_STEPS, type ReportedStep } from '../../../shared/domain/task/steps.ts'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import type { RecordDelivery } from '../../../shared/ipc/receipts.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { Button } from '../../components/Button.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import type { HistoryLine } from './history.ts'
import { ACT_KEYS, CALL_KEY, canReport, SLIP_KEY, STEP_KEYS, trackOf } from './model.ts'
import { TaskFactsView } from './TaskFactsView.tsx'
import { TaskHistoryView } from './TaskHistoryView.tsx'
import { TaskMarks, UrgencyMark } from './TaskMarks.tsx'
import { TaskTrackView } from './TaskTrackView.tsx'
import { VerifyingView } from './VerifyingView.tsx'
import './taskDetail.css'

/** What can be done with a task besides reporting a step. */
export type OtherAct = keyof typeof ACT_KEYS | 'corrected' | 'voided' | 'restored' | 'explained' | 'calling' | 'slip'

export interface TaskDetailViewProps {
  readonly task: TaskDetail
  readonly now: number
  /** The missed time that still wants a reason. */
  readonly unexplained: Alarm | null
  readonly deliveries: Readonly<Record<string, RecordDelivery>>
  /** The form of the act under way, in place of the buttons. */
  readonly form: ReactNode
  onStep(step: ReportedStep): void
  onOther(act: OtherAct): void
  onVoidLine(line: HistoryLine): void
  onIncident(id: string): void
  onOrder(id: string): void
  onClose(): void
}

/** One task: what it is, how far it has come, what to do next, and everything that happened to it. */
export function TaskDetailView(props: TaskDetailViewProps) {
  const { task, now, unexplained, deliveries, form, onOther, onClose } = props
  const { t } = useTranslation('tasks')
  const { row } = task
  return (
    <section className="task-detail" aria-label={t('detail', { title: row.title })}>
      <header className="task-detail-head">
        <div>
          <p className="muted digits">{row.no}</p>
          <h2>
            <UrgencyMark urgency={row.urgency} /> {row.title}
          </h2>
          <TaskMarks row={row} now={now} />
        </div>
        <Button kind="quiet" size="small" hotkey="Esc" onClick={onClose}>
          {t('close')}
        </Button>
      </header>
      <div className="scroll task-detail-body">
        <TaskTrackView track={trackOf(task)} now={now} />
        {unexplained ? (
          <p className="task-warning">
            {t('explain.wanted')}{' '}
            <Button size="small" onClick={() => onOther('explained')}>
              {t('explain.say')}
            </Button>
          </p>
        ) : null}
        <VerifyingView task={task} />
        {form ?? <ActButtons {...props} />}
        <TaskFactsView task={task} now={now} onIncident={props.onIncident} onOrder={props.onOrder} />
        {task.rivals.map(({ field, value, by }) => (
          <p key={`${field} ${value} ${by}`} className="task-warning">
            <StatusTag tone="warn">{t('common:mark.concurrent')}</StatusTag>{' '}
            {t('rival', { field: t(`field.${field}`, { defaultValue: field }), value: value || '—', by })}
          </p>
        ))}
        <h3>{t('history.title')}</h3>
        <TaskHistoryView task={task} now={now} deliveries={deliveries} onVoid={row.voided ? null : props.onVoidLine} />
      </div>
    </section>
  )
}

/** Digits 1–5 report a step; 6–9 are the other acts. */
function ActButtons({ task, onStep, onOther }: Pick<TaskDetailViewProps, 'task' | 'onStep' | 'onOther'>) {
  const { t } = useTranslation('tasks')
  const { row } = task
  const track = trackOf(task)
  if (row.voided)
    return (
      <div className="task-acts">
        <Button onClick={() => onOther('restored')}>{t('act.restored')}</Button>
      </div>
    )
  const next = REPORTED_STEPS.find((step) => track.find((one) => one.step === step)?.state === 'coming')
  return (
    <div className="task-acts">
      {REPORTED_STEPS.map((step) => (
        <Button
          key={step}
          kind={step === next && canReport(task, track, step) ? 'primary' : 'plain'}
          hotkey={STEP_KEYS[step]}
          disabled={!canReport(task, track, step)}
          onClick={() => onStep(step)}
        >
          {t(`step.${step}`)}
        </Button>
      ))}
      <span className="task-acts-break" />
      <Button size="small" hotkey={CALL_KEY.toUpperCase()} disabled={!row.open} onClick={() => onOther('calling')}>
        {t('act.calling')}
      </Button>
      <Button size="small" hotkey={SLIP_KEY.toUpperCase()} onClick={() => onOther('slip')}>
        {t('act.slip')}
      </Button>
      {(['returned', 'cancelled', 'reissued', 'noted'] as const).map((act) => (
        <Button
          key={act}
          size="small"
          hotkey={ACT_KEYS[act]}
          disabled={!allows(row.status, act)}
          onClick={() => onOther(act)}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
      <Button size="small" onClick={() => onOther('corrected')}>
        {t('act.corrected')}
      </Button>
      <Button size="small" kind="danger" onClick={() => onOther('voided')}>
        {t('act.voided')}
      </Button>
    </div>
  )
}

function allows(status: TaskDetail['row']['status'], act: keyof typeof ACT_KEYS): boolean {
  if (act === 'returned') return canReturn(status)
  return act === 'cancelled' ? canCancel(status) : true
}
