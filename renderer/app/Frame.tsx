import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rooms } from './rooms.ts'

/** The console's frame: the rooms at the left, the open room beside them. */
export function Frame() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(rooms[0]?.id)
  const Page = rooms.find((room) => room.id === open)?.page
  return (
    <div>
      <nav aria-label={t('frame.rooms')}>
        {rooms.map((room) => (
          <button key={room.id} type="button" onClick={() => setOpen(room.id)}>
            {t(`rooms.${room.id}`)}
          </button>
        ))}
      </nav>
      <main>
        <Suspense>{Page ? <Page /> : null}</Suspense>
      </main>
    </div>
  )
}
