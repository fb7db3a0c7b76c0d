import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposalKey } from '../../../../shared/domain/task/escalation.ts'
import { type Callee, calleeKey, type RingOutcome } from '../../../../shared/domain/task/rings.ts'
import type { TaskDetail } from '../../../../shared/ipc/tasks.ts'
import { useNotices } from '../../../components/notices.ts'
import { useAct } from '../../../components/useAct.ts'
import { useDesk } from '../../../useDesk.ts'
import { CallTaskView } from './CallTaskView.tsx'

const TOPICS = ['task', 'team', 'village', 'person', 'incident', 'outage', 'response', 'duty', 'alarm']

export interface CallTaskProps {
  readonly task: TaskDetail
  readonly now: number
  onDone(): void
}

/** 电话下达: the script, whom to ring, and one key for what came of each call. */
export function CallTask({ task, now, onDone }: CallTaskProps) {
  const { t } = useTranslation('tasks')
  const { tell } = useNotices()
  const { id, no } = task.row
  const { data: dispatch } = useDesk('task.dispatch', { id }, TOPICS)
  const ring = useAct('task.ring', { quiet: true })
  const escalate = useAct('task.escalate', { quiet: true })
  const [chosen, setChosen] = useState<string | null>(null)
  if (!dispatch) return null
  const calling = dispatch.calling ? calleeKey(dispatch.calling) : null
  const target = { id, base: [...dispatch.tips] }
  const record = async (callee: Callee, outcome: RingOutcome) => {
    if (ring.pending || escalate.pending) return
    const answer = await ring.run({ ...target, callee: { ...callee }, outcome, at: Date.now() })
    if (!answer.ok) return
    if (!answer.value.received) return
    tell('good', t('calling.received', { no, name: callee.name }))
    onDone()
  }
  const accept = async () => {
    const { proposal } = dispatch
    if (!proposal || proposal.next.who === 'nobody' || ring.pending || escalate.pending) return
    const answer = await escalate.run({ ...target, proposal: proposalKey(proposal), at: Date.now() })
    if (answer.ok) setChosen(null)
  }
  return (
    <CallTaskView
      row={task.row}
      dispatch={dispatch}
      chosen={chosen ?? calling}
      now={now}
      problem={ring.problem ?? escalate.problem}
      onChoose={setChosen}
      onOutcome={(callee, outcome) => void record(callee, outcome)}
      onAccept={() => void accept()}
      onClose={onDone}
    />
  )
}
