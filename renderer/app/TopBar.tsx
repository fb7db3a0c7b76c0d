import { useState } from 'react'
import type { Post } from '../../shared/domain/duty/events.ts'
import { POWER_TOPIC } from '../../shared/ipc/names.ts'
import type { SessionPerson } from '../../shared/ipc/session.ts'
import { AlarmBadge } from '../features/alarms/AlarmBadge.tsx'
import { PersonMenu } from '../features/session/PersonMenu.tsx'
import { TakeDuty } from '../features/session/TakeDuty.tsx'
import { useDesk } from '../useDesk.ts'
import { useWorld } from '../world.ts'
import { Clock } from './Clock.tsx'
import { useOpenDrill } from './drillHost.ts'
import { goTo } from './route.ts'
import { TopBarView } from './TopBarView.tsx'

export interface TopBarProps {
  readonly person: SessionPerson
  /** Opens the list of alarms. */
  onAlarms(): void
}

/** Always there: where this is, who is on duty, how the links stand, what time it is. */
export function TopBar({ person, onAlarms }: TopBarProps) {
  const township = useDesk('township.now', null, ['township', 'duty', 'person'])
  const sync = useDesk('sync.state', null, ['sync'])
  const power = useDesk('power.state', null, [POWER_TOPIC])
  const world = useWorld()
  const openDrill = useOpenDrill()
  const [taking, setTaking] = useState<Post | null>(null)
  return (
    <>
      <TopBarView
        township={township.data ?? null}
        sync={sync.data ?? null}
        power={power.data ?? null}
        alarms={<AlarmBadge onOpen={onAlarms} />}
        person={<PersonMenu person={person} />}
        clock={<Clock />}
        drill={world === 'drill'}
        onLink={() => goTo('link')}
        onDrill={openDrill}
        onTake={setTaking}
      />
      {taking && township.data ? (
        <TakeDuty post={taking} duty={township.data[taking]} onClose={() => setTaking(null)} />
      ) : null}
    </>
  )
}
