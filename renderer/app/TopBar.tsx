import type { SessionPerson } from '../../shared/ipc/session.ts'
import { useDesk } from '../useDesk.ts'
import { Clock } from './Clock.tsx'
import { goTo } from './route.ts'
import { TopBarView } from './TopBarView.tsx'
import { useBattery } from './useBattery.ts'

/** Always there: where this is, who is on duty, how the links stand, what time it is. */
export function TopBar({ person }: { readonly person: SessionPerson }) {
  const township = useDesk('township.now', null, ['township', 'duty', 'person'])
  const sync = useDesk('sync.state', null, ['sync'])
  const battery = useBattery()
  return (
    <TopBarView
      township={township.data ?? null}
      sync={sync.data ?? null}
      battery={battery}
      person={person.name}
      clock={<Clock />}
      onLink={() => goTo('settings')}
    />
  )
}
