import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type TFunction } from 'i18next'
import type { Language } from './readCommandLine.ts'

/** Everything the hub says to people, in one language: resources/locales/<language>/hub.json. */
export async function loadWords(language: Language): Promise<TFunction<'hub'>> {
  const path = join(import.meta.dirname, '../../resources/locales', language, 'hub.json')
  const instance = i18next.createInstance()
  await instance.init({
    lng: language,
    defaultNS: 'hub',
    resources: { [language]: { hub: JSON.parse(readFileSync(path, 'utf8')) } },
    interpolation: { escapeValue: false },
  })
  return instance.getFixedT(language, 'hub')
}
