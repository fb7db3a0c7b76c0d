import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { useNow } from '../../components/useNow.ts'
import { useDesk } from '../../useDesk.ts'
import { AlarmListView } from './AlarmListView.tsx'
import { AlarmStripView } from './AlarmStripView.tsx'
import { placeOf, sirenOf } from './model.ts'
import { RealAlarms } from './RealAlarms.tsx'
import { useSiren } from './useSiren.ts'
import './alarms.css'

/** What the desk says of its clocks; read again with every turn of an alarm, and with what its sentences speak of. */
export function useAlarms() {
  return useDesk('alarm.list', null, ['alarm', 'task', 'order', 'report'])
}

export interface AlarmsProps {
  /** The list of all alarms is open. */
  readonly listOpen: boolean
  onList(open: boolean): void
  /** Opens a room with one thing in it. */
  onOpen(room: string, target: string): void
}

/** The frame's alarms: the strip while one sounds, the sound itself, the calm list, and F8 for 知道了. */
export function Alarms({ listOpen, onList, onOpen }: AlarmsProps) {
  const { t } = useTranslation('alarms')
  const { tell } = useNotices()
  const { data, dataUpdatedAt } = useAlarms()
  const now = Math.max(useNow(), dataUpdatedAt)
  const heard = useAct('alarm.acknowledge')
  const explain = useAct('alarm.explain', { quiet: true })
  const alarms = data?.alarms ?? []
  const real = data?.real ?? []
  const muted = useSiren(sirenOf([...alarms, ...real]))
  const sounding = alarms.filter((alarm) => alarm.sounding)
  const [first] = sounding

  const hear = (ids: readonly string[]) => {
    if (ids.length > 0 && !heard.pending) void heard.run({ ids: [...ids] })
  }
  const open = ({ room, target }: ReturnType<typeof placeOf>) => {
    onList(false)
    onOpen(room, target)
  }
  const explainOne = async (id: string, reason: string) => {
    const answer = await explain.run({ id, reason })
    if (answer.ok) tell('good', t('explained'))
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    // Held down it would silence one after the other, unread.
    if (event.repeat) return
    hear(first ? [first.id] : [])
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  return (
    <>
      <div className="alarm-strips">
        <RealAlarms alarms={real} now={now} muted={muted} onOpen={open} />
        {first ? (
          <AlarmStripView
            alarm={first}
            more={sounding.length - 1}
            now={now}
            muted={muted}
            pending={heard.pending}
            onHeard={() => hear([first.id])}
            onOpen={() => open(placeOf(first))}
            onAll={() => onList(true)}
          />
        ) : null}
      </div>
      {listOpen ? (
        <AlarmListView
          alarms={alarms}
          now={now}
          rulesBroken={data?.rulesBroken ?? false}
          pending={heard.pending || explain.pending}
          problem={explain.problem}
          onHeard={hear}
          onExplain={(id, reason) => void explainOne(id, reason)}
          onOpen={(alarm) => open(placeOf(alarm))}
          onClose={() => onList(false)}
        />
      ) : null}
    </>
  )
}
