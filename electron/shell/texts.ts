import { readFileSync } from 'node:fs'
import type { Language } from '../../shared/ipc/languages.ts'
import { findResource } from '../findResource.ts'

export type Texts = (key: string, details?: Readonly<Record<string, string | number>>) => string

/**
 * The texts of one namespace, for what the main process shows itself: tray, notifications, its one question. i18next comes with
 * the page's bundle; loading it here too would cost start-up time for a dozen plain sentences in the same format.
 */
export function readTexts(language: Language, namespace: string): Texts {
  const texts: unknown = JSON.parse(readFileSync(findResource(`locales/${language}/${namespace}.json`), 'utf8'))
  return (key, details = {}) => {
    const text = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts)
    if (typeof text !== 'string') return key
    return text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(details[name] ?? hole))
  }
}
