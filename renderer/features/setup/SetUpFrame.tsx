import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenHelp } from '../../app/helpHost.ts'
import { Button } from '../../components/Button.tsx'
import './setup.css'

/** The page around everything that happens before somebody is signed in for the first time. */
export function SetUpFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('setup')
  const openHelp = useOpenHelp()
  return (
    <main className="setup scroll" data-help="setup">
      <div className="setup-card">
        <header className="setup-head">
          <p className="setup-brand" translate="no">
            {t('common:frame.brand')}
          </p>
          <div>
            <h1>{t('title')}</h1>
            <p className="muted">{t('intro')}</p>
          </div>
          <Button kind="quiet" hotkey="F1" onClick={openHelp}>
            {t('common:frame.help')}
          </Button>
        </header>
        {children}
      </div>
    </main>
  )
}
