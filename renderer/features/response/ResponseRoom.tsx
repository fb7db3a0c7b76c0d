import { goTo, useRoute } from '../../app/route.ts'
import { useDesk } from '../../useDesk.ts'
import { BoardPane } from './BoardPane.tsx'
import { ResponseListView } from './ResponseListView.tsx'

/** The room of first response: the incidents under way, or the board of one. */
export function ResponseRoom() {
  const { room, target } = useRoute()
  const open = room === 'response' ? target : null
  return open ? <BoardPane key={open} id={open} /> : <List />
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
