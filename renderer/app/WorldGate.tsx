import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DRILL_TOPIC } from '../../shared/ipc/names.ts'
import { late } from '../components/late.tsx'
import { UnreadDialog } from '../components/Unread.tsx'
import { useAct } from '../components/useAct.ts'
import { useDesk } from '../useDesk.ts'
import { WorldContext } from '../world.ts'
import { DrillContext } from './drillHost.ts'
import { IntakeHost } from './IntakeHost.tsx'
import { goTo, parseRoute } from './route.ts'

const DrillBar = late(async () => (await import('../features/drill/DrillBar.tsx')).DrillBar)
const DrillDialog = late(async () => (await import('../features/drill/DrillDialog.tsx')).DrillDialog, UnreadDialog)

/**
 * Which world everything on the page is of. Going into a drill or out of it begins the page anew: nothing that was on screen, or
 * remembered, is of the other one. F9 leaves a drill for a real call, whatever is open, also on a locked screen.
 */
export function WorldGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const { data, isError } = useDesk('drill.now', null, [DRILL_TOPIC, 'drill', 'alarm', 'console', 'session'])
  // Asked at the same time: nobody waits longer for it.
  const session = useDesk('session.current', null, ['session'])
  const leave = useAct('drill.leave')
  const [managing, setManaging] = useState(false)
  const [call, setCall] = useState(false)
  const drill = data?.drill ?? null
  const world = drill ? 'drill' : 'real'
  useForgetting(world)
  useDocumentMark(drill ? t('mark.drill') : null)

  const takeReal = async () => {
    setManaging(false)
    // Before the answer: the page may have begun anew by then.
    setCall(true)
    if ((await leave.run({ reason: 'realCall' })).ok) closeOpenThing()
    else setCall(false)
  }
  const signedIn = session.data?.state === 'signedIn'
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F9' || event.isComposing) return
    event.preventDefault()
    if (event.shiftKey) setManaging(signedIn)
    else if (drill) void takeReal()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  // The desk is still opening: an empty page in the right colour, for some milliseconds.
  if (!data && !isError) return <div className="whole" aria-busy="true" />
  return (
    <div className="world" data-world={world}>
      {drill ? (
        <Suspense>
          <DrillBar
            drill={drill}
            realAlarms={data?.realAlarms ?? 0}
            onReal={() => void takeReal()}
            onManage={signedIn ? () => setManaging(true) : null}
          />
        </Suspense>
      ) : null}
      <div className="world-place">
        <WorldContext value={world} key={drill?.id ?? ''}>
          <DrillContext value={() => setManaging(true)}>
            <IntakeHost begin={call && !drill}>{children}</IntakeHost>
            {managing && signedIn && data ? (
              <Suspense>
                <DrillDialog
                  state={data}
                  onClose={() => setManaging(false)}
                  onTurn={() => {
                    setCall(false)
                    setManaging(false)
                    closeOpenThing()
                  }}
                />
              </Suspense>
            ) : null}
          </DrillContext>
        </WorldContext>
      </div>
    </div>
  )
}

/** What is open in a room belongs to the world that was left; the room is there in both. */
function closeOpenThing(): void {
  const { room, target } = parseRoute(location.hash)
  if (target !== null) goTo(room)
}

/** What was read in the world that was left is not shown again when the console comes back to it. */
function useForgetting(world: string): void {
  const client = useQueryClient()
  useEffect(() => {
    return () => {
      client.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[3] === world })
    }
  }, [client, world])
}

/** For what lies outside the page's own boxes: dialogs, the window's title. */
function useDocumentMark(mark: string | null): void {
  useEffect(() => {
    if (mark === null) return
    const title = document.title
    document.documentElement.dataset.world = 'drill'
    document.title = `【${mark}】${title}`
    return () => {
      delete document.documentElement.dataset.world
      document.title = title
    }
  }, [mark])
}
