import type { DrillLine } from '../../../shared/ipc/drill.ts'
import { useNow } from '../../components/useNow.ts'
import { DrillBarView } from './DrillBarView.tsx'

interface DrillBarProps {
  readonly drill: DrillLine
  readonly realAlarms: number
  onReal(): void
  readonly onManage: (() => void) | null
}

/** Above everything while this console is in a drill. */
export function DrillBar(props: DrillBarProps) {
  return <DrillBarView {...props} now={useNow()} />
}
