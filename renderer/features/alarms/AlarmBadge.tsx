import { AlarmBadgeView } from './AlarmBadgeView.tsx'
import { useAlarms } from './Alarms.tsx'

/** Alarms in the top bar. */
export function AlarmBadge({ onOpen }: { onOpen(): void }) {
  const alarms = useAlarms().data?.alarms ?? []
  return (
    <AlarmBadgeView
      count={alarms.length}
      wantReason={alarms.filter(({ wantsReason }) => wantsReason).length}
      red={alarms.filter(({ stage, stoppedAt }) => stage === 'red' && stoppedAt === null).length}
      onOpen={onOpen}
    />
  )
}
