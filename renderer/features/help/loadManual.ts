import type { Language } from '../../../shared/ipc/languages.ts'
import type { Manual } from './manual.ts'

/** One chunk a language, fetched when somebody first asks for help. */
export async function loadManual(language: Language): Promise<Manual> {
  const { manual } = language === 'en' ? await import('./texts/en.ts') : await import('./texts/zh-CN.ts')
  return manual
}
