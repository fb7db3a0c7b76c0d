import { useEffect, useEffectEvent } from 'react'
import type { Alarm } from '../../../shared/ipc/alarms.ts'
import { useAct } from '../../components/useAct.ts'
import { AlarmStripView } from './AlarmStripView.tsx'
import { placeOf } from './model.ts'

interface RealAlarmsProps {
  /** Real ones that sound while this console is in a drill; none otherwise. */
  readonly alarms: readonly Alarm[]
  readonly now: number
  readonly muted: boolean
  onOpen(place: ReturnType<typeof placeOf>): void
}

/** Above the drill's own alarms: Shift+F8 for 知道了, as a real act; what is done about them is done outside the drill. */
export function RealAlarms({ alarms, now, muted, onOpen }: RealAlarmsProps) {
  const heard = useAct('alarm.acknowledgeReal')
  const leave = useAct('drill.leave')
  const [first] = alarms

  const hear = () => {
    if (first && !heard.pending) void heard.run({ ids: [first.id] })
  }
  const leaveFor = async (alarm: Alarm) => {
    // Before the answer: the page may have begun anew by then, and reads its place from the address.
    onOpen(placeOf(alarm))
    await leave.run({ reason: 'realCall' })
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F8' || !event.shiftKey || event.isComposing) return
    event.preventDefault()
    // Held down it would silence one after the other, unread.
    if (event.repeat) return
    hear()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  if (!first) return null
  return (
    <AlarmStripView
      real
      alarm={first}
      more={alarms.length - 1}
      now={now}
      muted={muted}
      pending={heard.pending}
      onHeard={hear}
      onOpen={() => void leaveFor(first)}
      onAll={null}
    />
  )
}
