import { useTranslation } from 'react-i18next'
import { voidedTogether } from '../../../shared/domain/task/actVoiding.ts'
import type { TaskDetail } from '../../../shared/ipc/tasks.ts'
import { formatMoment } from '../../components/momentText.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useAct } from '../../components/useAct.ts'
import { actWords } from '../log/sentences/task.ts'
import type { HistoryLine } from './history.ts'

export interface VoidTaskLineProps {
  readonly task: TaskDetail
  readonly line: HistoryLine
  readonly now: number
  onDone(): void
}

/** 作废 of one record of a task: names all that goes with it and asks why. */
export function VoidTaskLine({ task, line, now, onDone }: VoidTaskLineProps) {
  const { t } = useTranslation('tasks')
  const run = useAct('task.voidAct', { quiet: true })
  const acts = voidedTogether(task, line.version).map((one) => actWords(one, t))
  const confirm = async (reason: string) => {
    const answer = await run.run({ id: task.row.id, base: [...task.tips], act: line.version, reason })
    if (answer.ok) onDone()
  }
  return (
    <ReasonDialog
      title={t('history.voidTitle', { at: formatMoment(line.at, now), what: acts.join(t('common:list.comma')) })}
      explanation={t('history.voidHint')}
      confirm={t('act.voided')}
      danger
      pending={run.pending}
      problem={run.problem}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onDone}
    />
  )
}
