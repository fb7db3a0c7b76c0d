import { STORE_TOPIC } from '../../../shared/ipc/names.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { StoreNoticesView } from './StoreNoticesView.tsx'

/** What a person has to know about the console's own files; nothing while all is well. */
export function StoreNotices() {
  const health = useDesk('store.health', null, [STORE_TOPIC])
  const note = useAct('store.noteReplaced')
  return <StoreNoticesView conditions={health.data?.conditions ?? []} onNoted={(keptIn) => void note.run({ keptIn })} />
}
