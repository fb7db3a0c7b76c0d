// One state of one view on a page of its own: ?show=<name>&lang=en&theme=dark&size=large. Without `show` it lists the names.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
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
const exhibits = collectExhibits(import.meta.glob('../../renderer/**/states.ts', { eager: true }))
const shown = exhibits.find(({ name }) => name === wish.get('show'))
document.documentElement.lang = language
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <LookProvider pack={pack}>
          <Notices>
            <div id="exhibit" style={{ height: '100%' }}>
              {shown ? shown.render() : exhibits.map(({ name }) => <p key={name}>{name}</p>)}
            </div>
          </Notices>
        </LookProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  )
