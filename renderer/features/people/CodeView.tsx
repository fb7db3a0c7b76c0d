import { useTranslation } from 'react-i18next'
import { formatBeijing } from '../../components/BeijingTime.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import './people.css'

export interface CodeViewProps {
  readonly name: string
  readonly code: string
  readonly expiresMs: number
  onClose(): void
}

/** A one-time code, shown once: to be said or written down. */
export function CodeView({ name, code, expiresMs, onClose }: CodeViewProps) {
  const { t } = useTranslation('people')
  return (
    <Dialog title={t('codeTitle', { name })} onCancel={onClose}>
      <p className="people-code" translate="no">
        {code}
      </p>
      <p>{t('codeHow', { name })}</p>
      <p className="muted">{t('codeOnce', { until: formatBeijing(expiresMs) })}</p>
      <div className="dialog-buttons">
        <Button kind="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}
