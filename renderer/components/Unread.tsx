import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface UnreadProps {
  /** It is being read again. */
  readonly pending: boolean
  /** It was, and in vain: the window can be loaded anew, which helps where the browser remembers that it failed. */
  readonly still: boolean
  onAgain(): void
  onReload(): void
  /** Of what is not there: takes the question away. */
  readonly onClose?: (() => void) | undefined
}

/** In place of a part of the page whose code could not be read. F5, as everywhere, reads it again. */
export function UnreadPlace(props: UnreadProps) {
  const { t } = useTranslation()
  useAgainKey(props)
  return (
    <div className="whole" role="alert">
      <h2>{t('unread.title')}</h2>
      <p>{t(props.still ? 'unread.still' : 'unread.text')}</p>
      <div className="unread-acts">
        <Again {...props} />
      </div>
    </div>
  )
}

/** The same, where what is not there is a window over the page. */
export function UnreadDialog({ title, ...props }: UnreadProps & { readonly title?: string }) {
  const { onClose } = props
  const { t } = useTranslation()
  useAgainKey(props)
  return (
    <Dialog title={title ?? t('unread.title')} onCancel={() => onClose?.()}>
      <div role="alert">
        {title === undefined ? null : <p>{t('unread.title')}</p>}
        <p>{t(props.still ? 'unread.still' : 'unread.text')}</p>
      </div>
      <div className="dialog-buttons">
        {onClose ? (
          <Button hotkey="Esc" onClick={onClose}>
            {t('help:close')}
          </Button>
        ) : null}
        <Again {...props} />
      </div>
    </Dialog>
  )
}

function Again({ pending, still, onAgain, onReload }: UnreadProps) {
  const { t } = useTranslation()
  return (
    <>
      {still ? (
        <Button hotkey="Shift+F5" onClick={onReload}>
          {t('unread.reload')}
        </Button>
      ) : null}
      <Button kind="primary" hotkey="F5" pending={pending} onClick={onAgain}>
        {t(pending ? 'unread.trying' : 'unread.again')}
      </Button>
    </>
  )
}

/** Also while somebody types or has a button: F5 loads nothing else, and takes nothing away. */
function useAgainKey({ still, onAgain, onReload }: UnreadProps): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F5' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    // A browser would load the whole page anew, and what is typed would be gone.
    event.preventDefault()
    if (event.repeat) return
    if (!event.shiftKey) onAgain()
    else if (still) onReload()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
