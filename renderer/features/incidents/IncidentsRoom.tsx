import { useDeferredValue, useState } from 'react'
import type { Classification } from '../../../shared/domain/classification.ts'
import { PHASES } from '../../../shared/domain/incident/course.ts'
import type { IncidentFilter } from '../../../shared/ipc/incidents.ts'
import { useOpenIntake } from '../../app/intakeHost.ts'
import { goTo, useRoute } from '../../app/route.ts'
import { useDesk } from '../../useDesk.ts'
import { IncidentPane } from './IncidentPane.tsx'
import { IncidentsRoomView, type Scope } from './IncidentsRoomView.tsx'

const NO_CLASSIFICATION: Classification = {
  groups: [],
  types: [],
  bodies: [],
  sources: [],
  figures: [],
  unreadable: [],
}
/** The ledger takes so many at a time; older ones on demand, or by a search over all. */
const PAGE = 500

/** The room of incidents: the ledgers, or one incident. */
export function IncidentsRoom() {
  const { room, target } = useRoute()
  const open = room === 'incidents' ? target : null
  const classification = useDesk('classification.read', null, []).data ?? NO_CLASSIFICATION
  const villages = useDesk('villages.options', null, ['village']).data ?? []
  const [last, setLast] = useState(open)
  if (open && open !== last) setLast(open)
  if (open)
    return (
      <IncidentPane
        key={open}
        id={open}
        lists={{ classification, villages }}
        onBack={() => goTo('incidents')}
        onOpen={(id) => goTo('incidents', id)}
        onBoard={(id) => goTo('response', id)}
      />
    )
  return <Ledgers classification={classification} at={last} />
}

function Ledgers({ classification, at }: { readonly classification: Classification; readonly at: string | null }) {
  const openIntake = useOpenIntake()
  const [scope, setScope] = useState<Scope>('current')
  const [typed, setTyped] = useState('')
  const [limit, setLimit] = useState(PAGE)
  const text = useDeferredValue(typed.trim())
  const incidents = useDesk(
    'incident.page',
    { filter: filterOf(scope, text), sort: 'openedMs', descending: true, offset: 0, limit },
    ['incident', 'call', 'task'],
  )
  const calls = useDesk('call.page', { ...(text ? { text } : {}), offset: 0, limit: scope === 'calls' ? limit : 1 }, [
    'incident',
    'call',
  ])
  const unconfirmed = useDesk('call.page', { unconfirmed: true, offset: 0, limit: 1 }, ['call'])
  const shownIncidents = useKept(incidents.data)
  const shownCalls = useKept(calls.data)
  return (
    <IncidentsRoomView
      at={at}
      scope={scope}
      incidents={shownIncidents?.rows ?? null}
      calls={shownCalls?.rows ?? null}
      total={(scope === 'calls' ? shownCalls : shownIncidents)?.total ?? 0}
      classification={classification}
      text={typed}
      unconfirmed={unconfirmed.data?.total ?? 0}
      onScope={(next) => {
        setScope(next)
        setLimit(PAGE)
      }}
      onText={setTyped}
      onOpen={(id) => goTo('incidents', id)}
      onIntake={openIntake}
      onMore={() => setLimit(limit + PAGE)}
    />
  )
}

/** A search goes over everything that ever was; otherwise the ledger begins with what is going on. */
function filterOf(scope: Scope, text: string): IncidentFilter {
  if (text) return { text }
  return scope === 'current' ? { standings: ['open'], phases: PHASES.filter((phase) => phase !== 'archived') } : {}
}

/** The last answer, while the next one is on its way: the ledger does not vanish at every letter typed. */
function useKept<Value>(value: Value | undefined): Value | undefined {
  const [kept, setKept] = useState(value)
  if (value !== undefined && value !== kept) setKept(value)
  return value ?? kept
}
