import { STORE_TOPIC } from '../../../shared/ipc/names.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { clockNotice } from './model.ts'
import { StoreNoticesView } from './StoreNoticesView.tsx'

/** What a person has to know about the console's own files and clock; nothing while all is well. */
export function StoreNotices() {
  const health = useDesk('store.health', null, [STORE_TOPIC])
  const { data: sync } = useDesk('sync.state', null, ['sync'])
  const note = useAct('store.noteReplaced')
  const clock = sync?.state === 'online' ? clockNotice(sync.clockOffsetMs) : null
  return (
    <StoreNoticesView
      conditions={[...(health.data?.conditions ?? []), ...(clock ? [clock] : [])]}
      onNoted={(keptIn) => void note.run({ keptIn })}
    />
  )
}
