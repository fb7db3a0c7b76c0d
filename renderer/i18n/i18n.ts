import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, LANGUAGES, type Language } from '../../shared/ipc/languages.ts'
import type { LanguagePack } from './languages.ts'

/** One file a language, so that the first paint asks once, and only for the language in use. */
export async function loadLanguage(language: Language): Promise<LanguagePack> {
  const { pack } = language === 'en' ? await import('./en.ts') : await import('./zh-CN.ts')
  return pack
}

/** The command line's wish (?lang=), else what was chosen in the settings, else Chinese. */
export function languageFrom(search: string, chosen: string | null): Language {
  return [new URLSearchParams(search).get('lang'), chosen].find(isLanguage) ?? LANGUAGES[0]
}

/** Texts of one language, ready. An unknown key shows itself, which the tests forbid. */
export async function startI18n(language: Language, pack: LanguagePack): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance.use(initReactI18next).init({
    lng: language,
    defaultNS: 'common',
    resources: { [language]: pack.texts },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return instance
}

/** Changes the language of a running page. @returns the pack, for antd. */
export async function changeLanguage(instance: i18n, language: Language): Promise<LanguagePack> {
  const pack = await loadLanguage(language)
  for (const [namespace, texts] of Object.entries(pack.texts)) instance.addResourceBundle(language, namespace, texts)
  await instance.changeLanguage(language)
  return pack
}
