import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './setup.css'

/** The page around everything that happens before somebody is signed in for the first time. */
export function SetUpFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('setup')
  return (
    <main className="setup scroll">
      <div className="setup-card">
        <header className="setup-head">
          <p className="setup-brand" translate="no">
            {t('common:frame.brand')}
          </p>
          <div>
            <h1>{t('title')}</h1>
            <p className="muted">{t('intro')}</p>
          </div>
        </header>
        {children}
      </div>
    </main>
  )
}
