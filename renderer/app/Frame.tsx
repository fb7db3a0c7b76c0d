import { Activity, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPerson } from '../../shared/ipc/session.ts'
import { useNotices } from '../components/notices.ts'
import { Alarms } from '../features/alarms/Alarms.tsx'
import { useIdleLock } from '../features/session/useIdleLock.ts'
import { StoreNotices } from '../features/storeHealth/StoreNotices.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useOpenIntake } from './intakeHost.ts'
import { Rail } from './Rail.tsx'
import { rooms } from './rooms.ts'
import { goTo, useRoute } from './route.ts'
import { TopBar } from './TopBar.tsx'
import { useFrameKeys } from './useFrameKeys.ts'

/** The console's frame: the rooms at the left, the top bar, the open room. Rooms once opened keep their state while hidden. */
export function Frame({ person }: { readonly person: SessionPerson }) {
  const { t } = useTranslation()
  const route = useRoute()
  const openIntake = useOpenIntake()
  const open = rooms.find((room) => room.id === route.room)?.id ?? rooms[0]?.id ?? ''
  const visited = useVisited(open)
  const place = useRef<HTMLElement>(null)
  useIdleLock()
  const { retract, putAwayProblems } = useNotices()
  // Why something was refused is of no use in another room, and would stand over its buttons.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room that is left makes it happen
  useEffect(() => {
    return putAwayProblems
  }, [open, putAwayProblems])
  // Said to whoever pressed a key before signing in: it holds no longer.
  useEffect(() => {
    retract(t('errors:session.signInFirst'))
  }, [retract, t])
  const [alarmList, setAlarmList] = useState(false)
  useFrameKeys({ openRoom: (id) => goTo(id), openIntake })
  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={() => place.current?.focus()}>
        {t('frame.skip')}
      </button>
      <Rail open={open} onOpen={(id) => goTo(id)} onIntake={openIntake} />
      <TopBar person={person} onAlarms={() => setAlarmList(true)} />
      <Alarms listOpen={alarmList} onList={setAlarmList} onOpen={goTo} />
      <StoreNotices />
      <main id="room" ref={place} className="room-place" tabIndex={-1} aria-label={t(`rooms.${open}`)}>
        {rooms
          .filter(({ id }) => visited.has(id))
          .map(({ id, page: Page }) => (
            <Activity key={id} mode={id === open ? 'visible' : 'hidden'}>
              <div className="room-slot" data-help={id}>
                <ErrorBoundary at={open}>
                  <Suspense>
                    <Page />
                  </Suspense>
                </ErrorBoundary>
              </div>
            </Activity>
          ))}
      </main>
    </div>
  )
}

/** Every room opened so far. */
function useVisited(open: string): ReadonlySet<string> {
  const [visited, setVisited] = useState<ReadonlySet<string>>(() => new Set([open]))
  if (visited.has(open)) return visited
  const more = new Set([...visited, open])
  setVisited(more)
  return more
}
