import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/Dialog.tsx'
import { SignInForm } from './SignInForm.tsx'
import './session.css'

/** 换人: another person takes the seat while the screen, with all that is being filled in, stays as it is. */
export function QuickChange({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('session')
  return (
    <Dialog title={t('change')} help="signIn" onCancel={onClose}>
      <p className="muted">{t('changeHint')}</p>
      <SignInForm person={null} onDone={onClose} onCancel={onClose} />
    </Dialog>
  )
}
