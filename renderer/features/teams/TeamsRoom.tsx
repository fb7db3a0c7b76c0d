import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamLoad } from '../../../shared/ipc/teams.ts'
import { goTo, useRoute } from '../../app/route.ts'
import { call } from '../../call.ts'
import { late } from '../../components/late.tsx'
import { useNotices } from '../../components/notices.ts'
import { savedSentence, saveTable, type Table } from '../../components/saveTable.ts'
import { UnreadDialog } from '../../components/Unread.tsx'
import { useDesk } from '../../useDesk.ts'
import { rosterTable, rosterTemplate } from './rosterTable.ts'
import { TeamDetail } from './TeamDetail.tsx'
import { TeamForm } from './TeamForm.tsx'
import { TeamsRoomView } from './TeamsRoomView.tsx'

const RosterImport = late(async () => (await import('../roster/RosterImport.tsx')).RosterImport, UnreadDialog)

const NO_LOADS: readonly TeamLoad[] = []

/** Rescue teams: the ledger, one of them open beside it, a new one, and the import of rosters. */
export function TeamsRoom() {
  const { t, i18n } = useTranslation('teams')
  const { t: common } = useTranslation()
  const { tell, tellError } = useNotices()
  const teams = useDesk('teams.list', null, ['team'])
  const loads = useDesk('teams.load', null, ['team', 'task', 'incident']).data ?? NO_LOADS
  const [open, setOpen] = useRouteTarget()
  const [adding, setAdding] = useState(false)
  // Not in the address: a roster half corrected must not be lost by a look into another room.
  const [importing, setImporting] = useState(false)
  const [showPast, setShowPast] = useState(false)
  const [exporting, setExporting] = useState(false)

  const save = async (make: () => Promise<Table> | Table) => {
    setExporting(true)
    try {
      const sentence = savedSentence(common, await saveTable(common, await make()))
      if (sentence) tell('good', sentence)
    } catch (error) {
      tellError(error)
    } finally {
      setExporting(false)
    }
  }
  const saveRoster = () => save(async () => rosterTable((await call('roster.known', null)).teams, t, i18n.language))
  const saveTemplate = () => save(() => rosterTemplate(t))

  if (importing)
    return (
      <Suspense>
        <RosterImport onClose={() => setImporting(false)} onTemplate={() => void saveTemplate()} />
      </Suspense>
    )
  if (!teams.data) return null
  return (
    <>
      <TeamsRoomView
        teams={teams.data}
        loads={loads}
        showPast={showPast}
        exporting={exporting}
        detail={
          open === null ? null : (
            <TeamDetail key={open} team={open} teams={teams.data} onOpen={setOpen} onClose={() => setOpen(null)} />
          )
        }
        onShowPast={setShowPast}
        onOpen={({ id }) => setOpen(id)}
        onAdd={() => setAdding(true)}
        onImport={() => setImporting(true)}
        onExport={() => void saveRoster()}
        onTemplate={() => void saveTemplate()}
      />
      {adding ? (
        <TeamForm
          team={null}
          onDone={(id) => {
            setAdding(false)
            setOpen(id)
          }}
          onCancel={() => setAdding(false)}
        />
      ) : null}
    </>
  )
}

/** The team in the address, also while another room is looked at. */
function useRouteTarget(): [string | null, (team: string | null) => void] {
  const route = useRoute()
  const [kept, setKept] = useState<string | null>(null)
  const here = route.room === 'teams' ? route.target : kept
  if (here !== kept) setKept(here)
  return [here, (team) => goTo('teams', team)]
}
