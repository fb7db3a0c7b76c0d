import { type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { late } from '../components/late.tsx'
import { UnreadDialog, type UnreadProps } from '../components/Unread.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FaultDialog } from './FaultDialog.tsx'
import { HelpContext } from './helpHost.ts'
import { helpPlace } from './helpPlace.ts'

const Help = late(async () => (await import('../features/help/Help.tsx')).Help, UnreadHelp)

/**
 * F1 opens the manual above everything: sign-in, lock screen, set-up, frame, any dialog, also while somebody types. It is a window
 * over the page, so that nothing behind it changes; F1 or Escape takes it away. Its code and texts are read when first asked for.
 */
export function HelpHost({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('help')
  const [place, setPlace] = useState<{ readonly page: string } | null>(null)
  const openHelp = () => setPlace({ page: helpPlace(document) ?? 'start' })
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // An intake, and a real call in a drill, go before reading: they open as if the manual were not there.
    if (['F2', 'F9'].includes(event.key) && !event.isComposing) setPlace(null)
    if (event.key !== 'F1' || event.isComposing) return
    // The browser has a help of its own.
    event.preventDefault()
    if (event.repeat || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
    if (place) setPlace(null)
    else openHelp()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
  return (
    <HelpContext value={openHelp}>
      {children}
      {place ? (
        <ErrorBoundary
          instead={<FaultDialog title={t('title')} text={t('unreadable')} onClose={() => setPlace(null)} />}
        >
          <Suspense>
            <Help page={place.page} onClose={() => setPlace(null)} />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </HelpContext>
  )
}

/** In place of the manual, under its name: F1 takes it away as it does the manual. */
function UnreadHelp(props: UnreadProps) {
  const { t } = useTranslation('help')
  return <UnreadDialog {...props} title={t('title')} />
}
