import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Means } from '../../../shared/domain/values.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { useAct } from '../../components/useAct.ts'
import { useFinish } from '../../components/useFinish.ts'
import { dueOf, type IssueForm } from './issueForm.ts'
import { ReissueTaskView } from './ReissueTaskView.tsx'
import { useRecipients } from './recipients.ts'

export interface ReissueTaskProps {
  readonly task: TaskDetail
  readonly now: number
  readonly means: Means
  onDone(): void
}

/** Gives a task again: to the same or to another, with a new time, and why. */
export function ReissueTask({ task, now, means: usual, onDone }: ReissueTaskProps) {
  const { t } = useTranslation('tasks')
  const finish = useFinish(onDone)
  const recipients = useRecipients()
  const act = useAct('task.reissue')
  const [to, setTo] = useState(task.values.to ?? null)
  const [due, setDue] = useState<IssueForm['due']>(null)
  const [badTime, setBadTime] = useState(false)
  const [means, setMeans] = useState(usual)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const save = () => {
    setAsked(true)
    if (!to || reason.trim() === '' || badTime || act.pending) return
    const at = Date.now()
    const again = { to, at, means, dueAt: dueOf({ due }, at), reason: reason.trim() }
    void finish(
      act.run({ id: task.row.id, base: [...task.tips], ...again }),
      t('recorded', { act: t('act.reissued'), no: task.row.no }),
    )
  }
  return (
    <ReissueTaskView
      title={task.row.title}
      recipients={recipients}
      to={to}
      due={due}
      means={means}
      reason={reason}
      now={now}
      asked={asked}
      pending={act.pending}
      onTo={setTo}
      onDue={setDue}
      onBadTime={setBadTime}
      onMeans={setMeans}
      onReason={setReason}
      onSave={save}
      onCancel={onDone}
    />
  )
}
