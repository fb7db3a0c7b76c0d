import { useTranslation } from 'react-i18next'
import type { Means } from '../../../shared/domain/values.ts'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'
import { useFinish } from '../../components/useFinish.ts'
import { ActForm, type ActFormValues } from './ActForm.tsx'
import { readActDraft } from './actDraft.ts'
import { CorrectTask } from './CorrectTask.tsx'
import { CallTask } from './calling/CallTask.tsx'
import { ReissueTask } from './ReissueTask.tsx'
import { SlipDialog } from './slip/SlipDialog.tsx'
import type { OtherAct } from './TaskDetailView.tsx'
import { useRoundDraft } from './useRoundDraft.ts'

export interface TaskActDialogProps {
  readonly task: TaskDetail
  readonly act: OtherAct
  /** The missed time to explain. */
  readonly alarm: Alarm | null
  readonly now: number
  readonly means: Means
  onDone(): void
}

/** The acts on a task that are not steps: each asks only what it needs. */
export function TaskActDialog(props: TaskActDialogProps) {
  const { task, act, alarm, now, means, onDone } = props
  switch (act) {
    case 'reissued':
      return <ReissueTask task={task} now={now} means={means} onDone={onDone} />
    case 'calling':
      return <CallTask task={task} now={now} onDone={onDone} />
    case 'slip':
      return <SlipDialog row={task.row} onDone={onDone} />
    case 'corrected':
      return <CorrectTask task={task} now={now} onDone={onDone} />
    case 'voided':
    case 'restored':
      return <VoidTask task={task} act={act} onDone={onDone} />
    case 'explained':
      return alarm ? <ExplainTask alarm={alarm} onDone={onDone} /> : null
    case 'returned':
    case 'cancelled':
    case 'noted':
      return <SaidAct {...props} act={act} />
  }
}

/** 退回, 取消, 补充情况: what was said, when, by whom, by what means. */
function SaidAct({
  task,
  act,
  now,
  means,
  onDone,
}: TaskActDialogProps & { readonly act: 'returned' | 'cancelled' | 'noted' }) {
  const { t } = useTranslation('tasks')
  const draft = useRoundDraft(task, act, readActDraft, act === 'noted' ? 0 : undefined)
  const finish = useFinish(() => {
    draft.discard()
    onDone()
  })
  const returned = useAct('task.return')
  const cancelled = useAct('task.cancel')
  const noted = useAct('task.note')
  const target = { id: task.row.id, base: [...task.tips] }
  const run = ({ at, by, means: told, text }: ActFormValues) => {
    const said = { ...target, at: at ?? Date.now(), means: told }
    if (act === 'returned') return returned.run({ ...said, by, reason: text })
    return act === 'cancelled' ? cancelled.run({ ...said, reason: text }) : noted.run({ ...target, text, by })
  }
  const save = (values: ActFormValues) => finish(run(values), t('recorded', { act: t(`act.${act}`), no: task.row.no }))
  if (draft.found === undefined) return null
  const title = t(`form.${act}`, { title: task.row.title })
  return (
    <Dialog title={title} help="tasks" onCancel={onDone}>
      <ActForm
        title={title}
        titled
        now={now}
        by={act === 'cancelled' ? '' : task.row.recipient.name}
        means={means}
        byLabel={act === 'cancelled' ? null : t('field.by')}
        asksMeans={act !== 'noted'}
        textLabel={t(act === 'noted' ? 'field.text' : 'field.reason')}
        textRequired
        pending={returned.pending || cancelled.pending || noted.pending}
        draft={draft}
        onSave={(values) => void save(values)}
        onCancel={onDone}
      />
    </Dialog>
  )
}

function VoidTask({ task, act, onDone }: { task: TaskDetail; act: 'voided' | 'restored'; onDone(): void }) {
  const { t } = useTranslation('tasks')
  const run = useAct(act === 'voided' ? 'task.void' : 'task.restore', { quiet: true })
  const confirm = async (reason: string) => {
    const answer = await run.run({ id: task.row.id, base: [...task.tips], reason })
    if (answer.ok) onDone()
  }
  return (
    <ReasonDialog
      title={t(`form.${act}`, { title: task.row.title })}
      explanation={t(`form.${act}Hint`)}
      confirm={t(`act.${act}`)}
      danger={act === 'voided'}
      pending={run.pending}
      problem={run.problem}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onDone}
    />
  )
}

function ExplainTask({ alarm, onDone }: { alarm: Alarm; onDone(): void }) {
  const { t } = useTranslation('tasks')
  const run = useAct('alarm.explain', { quiet: true })
  const confirm = async (reason: string) => {
    const answer = await run.run({ id: alarm.id, reason })
    if (answer.ok) onDone()
  }
  return (
    <ReasonDialog
      title={t('explain.title')}
      explanation={t('explain.hint')}
      confirm={t('record')}
      pending={run.pending}
      problem={run.problem}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onDone}
    />
  )
}
