import { useTranslation } from 'react-i18next'
import type { RecoverySheet } from '../../../shared/ipc/session.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { printNow } from '../../components/print/usePrint.tsx'
import { RecoverySheetPaper } from './RecoverySheetPaper.tsx'
import './recovery.css'

interface RecoverySheetDialogProps {
  readonly sheet: RecoverySheet
  onClose(): void
}

/** Shows the recovery code, once. Nobody has to print: the code can be copied by hand, and a new sheet can be made later. */
export function RecoverySheetDialog({ sheet, onClose }: RecoverySheetDialogProps) {
  const { t, i18n } = useTranslation('setup')
  return (
    <Dialog title={t('sheet.title')} help="signIn" onCancel={onClose}>
      <p>{t('sheet.explanation')}</p>
      <p className="recovery-code digits" translate="no">
        {sheet.code}
      </p>
      <p className="muted">{t('sheet.once')}</p>
      <div className="dialog-buttons">
        <Button onClick={() => printNow(<RecoverySheetPaper sheet={sheet} />, i18n)}>{t('sheet.print')}</Button>
        <Button kind="primary" onClick={onClose}>
          {t('sheet.done')}
        </Button>
      </div>
    </Dialog>
  )
}
