import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { type Correction, CorrectTaskView } from './CorrectTaskView.tsx'

export interface CorrectTaskProps {
  readonly task: TaskDetail
  readonly now: number
  onDone(): void
}

/** Puts right what was written wrongly; only what was changed is written. */
export function CorrectTask({ task, now, onDone }: CorrectTaskProps) {
  const { t } = useTranslation('tasks')
  const { tell } = useNotices()
  const act = useAct('task.correct')
  const { title, detail, dueAt, urgency } = task.values
  const [fields, setFields] = useState<Correction>({ title, detail, dueAt, urgency })
  const [reason, setReason] = useState('')
  const [badTime, setBadTime] = useState(false)
  const [asked, setAsked] = useState(false)
  const set = changesOf({ title, detail, dueAt, urgency }, fields)
  const nothing = Object.keys(set).length === 0
  const save = async () => {
    setAsked(true)
    if (nothing || reason.trim() === '' || fields.title.trim() === '' || badTime || act.pending) return
    const answer = await act.run({ id: task.row.id, base: [...task.tips], set, reason: reason.trim() })
    if (!answer.ok) return
    tell('good', t('recorded', { act: t('act.corrected'), no: task.row.no }))
    onDone()
  }
  return (
    <CorrectTaskView
      fields={fields}
      reason={reason}
      now={now}
      problems={{
        title: asked && fields.title.trim() === '',
        reason: asked && reason.trim() === '',
        nothing: asked && nothing,
      }}
      pending={act.pending}
      onChange={(part) => setFields((old) => ({ ...old, ...part }))}
      onBadTime={setBadTime}
      onReason={setReason}
      onSave={() => void save()}
      onCancel={onDone}
    />
  )
}

/** The fields that differ. */
function changesOf(old: Correction, next: Correction): ArgsOf<'task.correct'>['set'] {
  return {
    ...(next.title.trim() !== old.title ? { title: next.title.trim() } : {}),
    ...(next.detail.trim() !== old.detail ? { detail: next.detail.trim() } : {}),
    ...(next.dueAt !== old.dueAt ? { dueAt: next.dueAt } : {}),
    ...(next.urgency !== old.urgency ? { urgency: next.urgency } : {}),
  }
}
