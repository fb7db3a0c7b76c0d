import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '../../../shared/ipc/join.ts'
import { handOver, savedSentence } from '../../components/saveTable.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { keepIdleMinutes, readIdleMinutes } from '../session/idleMinutes.ts'
import { useShowSheet } from '../setup/showSheet.ts'
import { ConsolesPanelView } from './ConsolesPanelView.tsx'
import { InvitationView } from './InvitationView.tsx'
import { TownshipPanel } from './TownshipPanel.tsx'

/** The part of the settings about the township and its consoles. */
export function TownshipPanels() {
  const { t } = useTranslation()
  const township = useDesk('township.now', null, ['township', 'duty', 'person'])
  const consoles = useDesk('township.consoles', null, ['console'])
  const session = useDesk('session.current', null, ['session'])
  const progress = useDesk('join.progress', null, ['join'])
  const invite = useAct('join.invite')
  const sheet = useAct('session.newRecoverySheet')
  const showSheet = useShowSheet()
  const [invitation, setInvitation] = useState<(Invitation & { readonly file: string }) | null>(null)
  const [idleMinutes, setIdleMinutes] = useState(() => readIdleMinutes(localStorage))
  const administrator =
    session.data !== undefined && 'person' in session.data && session.data.person.roles.includes('administrator')
  const startInvite = async () => {
    const answer = await invite.run(null)
    const file = answer.ok ? savedSentence(t, handOver(answer.value.saved)) : null
    // Without a file the code opens nothing.
    if (answer.ok && file !== null) setInvitation({ ...answer.value, file })
  }
  const makeSheet = async () => {
    const answer = await sheet.run(null)
    if (answer.ok) showSheet(answer.value)
  }
  return (
    <>
      {township.data ? <TownshipPanel township={township.data} mayEdit={administrator} /> : null}
      <ConsolesPanelView
        consoles={consoles.data ?? []}
        mayInvite={administrator}
        progress={progress.data ?? { state: 'idle' }}
        idleMinutes={idleMinutes}
        onInvite={() => void startInvite()}
        onSheet={() => void makeSheet()}
        onIdleMinutes={(minutes) => {
          setIdleMinutes(minutes)
          keepIdleMinutes(localStorage, minutes)
        }}
      />
      {invitation ? <InvitationView {...invitation} onClose={() => setInvitation(null)} /> : null}
    </>
  )
}
