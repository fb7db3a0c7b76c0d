import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One namespace a file: resources/locales/<language>/<namespace>.json. Only the language in use is loaded. */
const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/*.json', { import: 'default' })

export function languageFrom(search: string): Language {
  const wanted = new URLSearchParams(search).get('lang')
  return LANGUAGES.find((language) => language === wanted) ?? 'zh-CN'
}

export async function startI18n(language: Language): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance.use(initReactI18next).init({
    lng: language,
    defaultNS: 'common',
    resources: { [language]: await loadLanguage(language) },
    interpolation: { escapeValue: false },
  })
  return instance
}

export async function changeLanguage(instance: i18n, language: Language): Promise<void> {
  const resources = await loadLanguage(language)
  for (const [namespace, texts] of Object.entries(resources))
    instance.addResourceBundle(language, namespace, texts, true, true)
  await instance.changeLanguage(language)
}

async function loadLanguage(language: Language): Promise<Record<string, Record<string, unknown>>> {
  const found = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  const loaded = await Promise.all(
    found.map(async ([path, load]) => [path.replace(/^.*\/(.+)\.json$/, '$1'), await load()] as const),
  )
  return Object.fromEntries(loaded)
}
