import { useState } from 'react'
import type { ChannelName } from '../../../shared/ipc/contract.ts'
import type { Act } from '../../components/useAct.ts'
import { MergeView, type MergeViewProps } from './MergeView.tsx'

interface MergeRecordsProps extends Pick<MergeViewProps, 'title' | 'explanation' | 'label' | 'options' | 'onClose'> {
  readonly act: Pick<Act<ChannelName>, 'pending' | 'problem'>
  /** Sends it; true when it is recorded. */
  merge(into: string, reason: string): Promise<boolean>
  onMerged(): void
}

/** Two records that are one: asks into which, and why. */
export function MergeRecords({ act, merge, onMerged, ...words }: MergeRecordsProps) {
  const [into, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const send = async () => {
    setAsked(true)
    if (into === null || reason.trim() === '' || act.pending) return
    if (await merge(into, reason)) onMerged()
  }
  return (
    <MergeView
      {...words}
      into={into}
      reason={reason}
      asked={asked}
      pending={act.pending}
      refusal={act.problem}
      onInto={setInto}
      onReason={setReason}
      onMerge={() => void send()}
    />
  )
}
