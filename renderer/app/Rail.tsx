import { useTranslation } from 'react-i18next'
import { buttonsIn, walkFocus } from '../components/walkFocus.ts'
import { useOpenHelp } from './helpHost.ts'
import { keyOfRoom } from './roomKeys.ts'
import { type Room, rooms } from './rooms.ts'
import { formatRoute } from './route.ts'

export interface RailProps {
  /** Id of the open room. */
  readonly open: string
  onOpen(id: string): void
  onIntake(): void
}

/** The left rail: take a report, then the rooms, at its foot the manual. One stop for Tab; the arrows walk through the rooms. */
export function Rail({ open, onOpen, onIntake }: RailProps) {
  const { t } = useTranslation()
  const openHelp = useOpenHelp()
  return (
    <div className="rail">
      <div className="rail-brand" translate="no">
        {t('frame.brand')}
      </div>
      <button type="button" className="rail-intake" onClick={onIntake} aria-keyshortcuts="F2">
        <span className="rail-intake-word">{t('frame.intake')}</span>
        <kbd>F2</kbd>
      </button>
      <nav
        className="rail-rooms"
        aria-label={t('frame.rooms')}
        onKeyDown={(event) => walkFocus(event, buttonsIn(event.currentTarget, 'a'), true)}
      >
        {rooms.map((room, index) => (
          <RailRoom key={room.id} room={room} index={index} current={room.id === open} onOpen={onOpen} />
        ))}
      </nav>
      <button type="button" className="rail-help" onClick={openHelp} aria-keyshortcuts="F1">
        {t('frame.help')}
        <kbd>F1</kbd>
      </button>
    </div>
  )
}

export interface RailRoomProps {
  readonly room: Room
  readonly index: number
  readonly current: boolean
  onOpen(id: string): void
}

function RailRoom({ room: { id, icon: Icon, last }, index, current, onOpen }: RailRoomProps) {
  const { t } = useTranslation()
  const key = keyOfRoom(index)
  return (
    <a
      href={formatRoute({ room: id, target: null })}
      className={last ? 'rail-room rail-room-last' : 'rail-room'}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={key}
      title={key}
      tabIndex={current ? 0 : -1}
      onClick={(event) => {
        event.preventDefault()
        onOpen(id)
      }}
    >
      <span aria-hidden="true">
        <Icon />
      </span>
      <span className="rail-room-word">{t(`rooms.${id}`)}</span>
    </a>
  )
}
