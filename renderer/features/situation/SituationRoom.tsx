import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo, useRoute } from '../../app/route.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useNow } from '../../components/useNow.ts'
import { useRoomKeys } from '../../components/useRoomKeys.ts'
import { useDesk } from '../../useDesk.ts'
import { useAlarms } from '../alarms/Alarms.tsx'
import { SituationListView } from './SituationListView.tsx'
import { SituationView } from './SituationView.tsx'

const TOPICS = [
  'incident',
  'call',
  'response',
  'task',
  'outage',
  'evacuation',
  'household',
  'report',
  'team',
  'sync',
  'alarm',
  'receipt',
]

/** The head's view: all incidents under way, or one of them; F makes it the whole screen. */
export function SituationRoom() {
  const { room, target } = useRoute()
  const open = room === 'situation' ? target : null
  const { t } = useTranslation('situation')
  const now = useNow(1_000)
  const full = useFullScreen()
  const { data } = useDesk('situation.read', { incident: open }, TOPICS)
  const alarms = useAlarms().data?.alarms ?? []
  const incidents = data?.incidents ?? []
  const [incident] = incidents
  useRoomKeys({
    f: full.toggle,
    ...(open
      ? { escape: () => goTo('situation'), b: () => goTo('response', open) }
      : Object.fromEntries(incidents.map(({ row }, index) => [String(index + 1), () => goTo('situation', row.id)]))),
  })
  if (!open)
    return (
      <SituationListView
        situation={data ?? null}
        alarms={alarms}
        now={now}
        full={full.on}
        onOpen={(id) => goTo('situation', id)}
        onFull={full.toggle}
      />
    )
  if (data === undefined) return <div className="room" aria-busy="true" />
  if (!incident) return <EmptyState title={t('incidents:unknown')} hint={t('incidents:unknownHint')} />
  return (
    <SituationView
      incident={incident}
      ringMinutes={data.ringMinutes}
      sources={data.sources}
      alarms={alarms}
      now={now}
      full={full.on}
      onBack={() => goTo('situation')}
      onBoard={() => goTo('response', open)}
      onFull={full.toggle}
    />
  )
}

/** Whether the page fills the screen. Where a browser does not allow it nothing happens. */
function useFullScreen(): { readonly on: boolean; toggle(): void } {
  const [on, setOn] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const listener = () => setOn(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', listener)
    return () => document.removeEventListener('fullscreenchange', listener)
  }, [])
  const toggle = () => {
    const turn = document.fullscreenElement
      ? document.exitFullscreen()
      : document.getElementById('room')?.requestFullscreen()
    turn?.catch(() => undefined)
  }
  return { on, toggle }
}
