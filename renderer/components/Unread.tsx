import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface UnreadProps {
  /** It is being read again. */
  readonly pending: boolean
  onAgain(): void
  /** Of what is not there: takes the question away. */
  readonly onClose?: (() => void) | undefined
}

/** In place of a part of the page whose code could not be read. F5, as everywhere, reads it again. */
export function UnreadPlace({ pending, onAgain }: UnreadProps) {
  const { t } = useTranslation()
  useAgainKey(onAgain)
  return (
    <div className="whole" role="alert">
      <h2>{t('unread.title')}</h2>
      <p>{t('unread.text')}</p>
      <Again pending={pending} onAgain={onAgain} />
    </div>
  )
}

/** The same, where what is not there is a window over the page. */
export function UnreadDialog({ pending, onAgain, onClose }: UnreadProps) {
  const { t } = useTranslation()
  useAgainKey(onAgain)
  return (
    <Dialog title={t('unread.title')} onCancel={() => onClose?.()}>
      <p role="alert">{t('unread.text')}</p>
      <div className="dialog-buttons">
        {onClose ? (
          <Button hotkey="Esc" onClick={onClose}>
            {t('help:close')}
          </Button>
        ) : null}
        <Again pending={pending} onAgain={onAgain} />
      </div>
    </Dialog>
  )
}

function Again({ pending, onAgain }: Pick<UnreadProps, 'pending' | 'onAgain'>) {
  const { t } = useTranslation()
  return (
    <Button kind="primary" hotkey="F5" pending={pending} onClick={onAgain}>
      {t(pending ? 'unread.trying' : 'unread.again')}
    </Button>
  )
}

/** Also while somebody types or has a button: it loads nothing else, and takes nothing away. */
function useAgainKey(onAgain: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F5' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    // A browser would load the whole page anew, and what is typed would be gone.
    event.preventDefault()
    if (!event.repeat) onAgain()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
