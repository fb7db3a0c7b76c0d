import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SlipSize } from '../../../../shared/domain/task/slip.ts'
import type { TaskRow } from '../../../../shared/ipc/tasks.ts'
import { useNotices } from '../../../components/notices.ts'
import { printAside } from '../../../components/print/printAside.ts'
import { useSavePdf } from '../../../components/print/useSavePdf.ts'
import { handOver, savedSentence } from '../../../components/saveTable.ts'
import { useAct } from '../../../components/useAct.ts'
import { useDesk } from '../../../useDesk.ts'
import { SlipDialogView } from './SlipDialogView.tsx'
import { SlipView } from './SlipView.tsx'

const TOPICS = ['task', 'incident', 'outage', 'township', 'person', 'duty']

export interface SlipDialogProps {
  readonly row: TaskRow
  onDone(): void
}

/** The printed task slip: looked at, printed, saved. */
export function SlipDialog({ row, onDone }: SlipDialogProps) {
  const { t } = useTranslation('tasks')
  const { tell } = useNotices()
  const savePdf = useSavePdf()
  const word = useAct('task.exportSlip')
  const [size, setSize] = useState<SlipSize>('a5')
  const { data: slip } = useDesk('task.slip', { id: row.id }, TOPICS)
  if (!slip) return null
  const sheet = <SlipView slip={slip} size={size} printed />
  const saveWord = async () => {
    if (word.pending) return
    const answer = await word.run({ id: row.id, size })
    if (!answer.ok) return
    const said = savedSentence(t, handOver(answer.value))
    if (said) tell('good', said)
  }
  return (
    <SlipDialogView
      slip={slip}
      size={size}
      pending={word.pending}
      onSize={setSize}
      // The system's print dialog: the sheet has no other way to save itself here.
      onPrint={() => void printAside(sheet, async () => false)}
      onWord={() => void saveWord()}
      onPdf={() => void savePdf(sheet, `${slip.drill}${slip.title} ${row.no} ${row.title}`.slice(0, 100))}
      onClose={onDone}
    />
  )
}
