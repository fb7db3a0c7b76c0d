import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { loadLanguage, startI18n } from '../../renderer/i18n/i18n.ts'
import type { Language } from '../../shared/ipc/languages.ts'

/** Texts of a language in which an unknown key is an error, not a word on the screen. */
export async function strictI18n(language: Language): Promise<i18n> {
  const instance = await startI18n(language, await loadLanguage(language))
  instance.options.saveMissing = true
  instance.options.missingKeyHandler = (_languages, namespace, key) => {
    throw new Error(`no text for ${namespace}:${key}`)
  }
  return instance
}

/** A part of the page as HTML, as the browser would first show it. */
export function renderPage(texts: i18n, page: ReactNode): string {
  return renderToString(
    <I18nextProvider i18n={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <ConfigProvider>{page}</ConfigProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}
