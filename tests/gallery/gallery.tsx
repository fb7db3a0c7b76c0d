// One state of one view at a time: ?lang=en&theme=dark&size=large#<name>. Without a name it lists them all.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { Notices } from '../../renderer/components/Notices.tsx'
import { languageFrom, loadLanguage, startI18n } from '../../renderer/i18n/i18n.ts'
import { LookProvider } from '../../renderer/look/LookProvider.tsx'
import { keepLook, SIZES, THEMES } from '../../renderer/look/look.ts'
import '../../renderer/styles/main.css'
import { collectExhibits } from './collect.ts'

const wish = new URLSearchParams(location.search)
const language = languageFrom(location.search, null)
keepLook(localStorage, {
  theme: THEMES.find((theme) => theme === wish.get('theme')) ?? 'light',
  size: SIZES.find((size) => size === wish.get('size')) ?? 'normal',
  language,
})
const pack = await loadLanguage(language)
const i18n = await startI18n(language, pack)
const exhibits = collectExhibits(import.meta.glob('../../renderer/**/states.{ts,tsx}', { eager: true }))
document.documentElement.lang = language

function followHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function Room() {
  const name = useSyncExternalStore(followHash, () => decodeURIComponent(location.hash.slice(1)))
  const shown = exhibits.find((exhibit) => exhibit.name === name)
  if (!shown) return exhibits.map((exhibit) => <p key={exhibit.name}>{exhibit.name}</p>)
  return (
    <div key={name} id="shown" data-name={name} style={{ height: '100%' }}>
      {shown.render()}
    </div>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <LookProvider pack={pack}>
          <Notices>
            <div id="exhibit" style={{ height: '100%' }}>
              <Room />
            </div>
          </Notices>
        </LookProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  )
