import { useState } from 'react'
import { goTo, useRoute } from '../../app/route.ts'
import { useDesk } from '../../useDesk.ts'
import { EvacuationPane } from '../evacuation/EvacuationPane.tsx'
import { BoardPane } from './BoardPane.tsx'
import { ResponseListView } from './ResponseListView.tsx'

/** The room of first response: the incidents under way, the board of one, or its evacuation list. */
export function ResponseRoom() {
  const { room, target } = useRoute()
  const open = room === 'response' ? target : null
  // The incident whose evacuation list is open instead of its board.
  const [evacuating, setEvacuating] = useState<string | null>(null)
  if (!open) return <List />
  if (evacuating === open) return <EvacuationPane key={open} id={open} onBack={() => setEvacuating(null)} />
  return <BoardPane key={open} id={open} onEvacuation={() => setEvacuating(open)} />
}

function List() {
  const { data } = useDesk(
    'incident.page',
    {
      filter: { standings: ['open'], phases: ['received', 'verifying', 'responding'] },
      sort: 'openedMs',
      descending: true,
      offset: 0,
      limit: 100,
    },
    ['incident', 'call', 'response'],
  )
  return <ResponseListView rows={data?.rows ?? null} onOpen={(id) => goTo('response', id)} />
}
