import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import './township.css'

export interface InvitationViewProps {
  readonly code: string
  readonly letter: string
  /** Where the file went, in words. */
  readonly file: string
  onClose(): void
}

/** The code of a join file, shown once. */
export function InvitationView({ code, letter, file, onClose }: InvitationViewProps) {
  const { t } = useTranslation('township')
  return (
    <Dialog title={t('invitation.title')} onCancel={onClose}>
      <p>{file}</p>
      <p className="township-code" translate="no">
        {code}
      </p>
      <p>{t('invitation.how', { letter })}</p>
      <p className="muted">{t('invitation.once')}</p>
      <div className="dialog-buttons">
        <Button kind="primary" onClick={onClose}>
          {t('people:close')}
        </Button>
      </div>
    </Dialog>
  )
}
