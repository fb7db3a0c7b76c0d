import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'

export interface FaultDialogProps {
  readonly title: string
  /** What happened, what is safe, what to do. */
  readonly text: string
  onClose(): void
}

/** In place of a window over the page that cannot be read or drawn: what is behind it goes on. */
export function FaultDialog({ title, text, onClose }: FaultDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={title} onCancel={onClose}>
      <p role="alert">{text}</p>
      <div className="dialog-buttons">
        <Button hotkey="Esc" onClick={onClose}>
          {t('help:close')}
        </Button>
      </div>
    </Dialog>
  )
}
