import './withoutEval.ts'
import { QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import './styles/main.css'
import { App } from './app/App.tsx'
import { followChanges } from './changeFeed.ts'
import { languageFrom, loadLanguage, startI18n } from './i18n/i18n.ts'
import { readLook } from './look/look.ts'

async function start(): Promise<void> {
  const language = languageFrom(location.search, readLook(localStorage).language)
  const pack = await loadLanguage(language)
  const i18n = await startI18n(language, pack)
  // The desk answers from its own disk: nothing is retried, nothing waits for a network.
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
    },
  })
  followChanges(client)
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <App client={client} pack={pack} />
      </I18nextProvider>
    </StrictMode>,
  )
}

void start()
