import type { Classification } from '../../../shared/domain/classification.ts'
import type { VillageRef } from '../../../shared/domain/values.ts'
import type { PickOption } from '../../components/pickOptions.ts'

type Language = 'zh-CN' | 'en'
const languageOf = (language: string): Language => (language === 'en' ? 'en' : 'zh-CN')

/** Types by their name in the reader's language, found by the other name, by what people also call them, and by initials. */
export function typeOptions({ types, groups }: Classification, language: string): readonly PickOption[] {
  const shown = languageOf(language)
  return types.map(({ key, name, group, aliases, initials }) => ({
    id: key,
    label: name[shown],
    note: groups.find((one) => one.key === group)?.name[shown] ?? '',
    words: [name['zh-CN'], name.en, initials, ...aliases].join(' '),
  }))
}

export function sourceOptions({ sources }: Classification, language: string): readonly PickOption[] {
  const shown = languageOf(language)
  return sources.map(({ key, name, aliases, initials }) => ({
    id: key,
    label: name[shown],
    words: [name['zh-CN'], name.en, initials, ...aliases].join(' '),
  }))
}

export function bodyOptions({ bodies }: Classification, language: string): readonly PickOption[] {
  const shown = languageOf(language)
  return bodies.map(({ key, name, initials, aliases }) => ({
    id: key,
    label: name[shown],
    words: [name['zh-CN'], name.en, initials, ...aliases].join(' '),
  }))
}

export function villageOptions(villages: readonly VillageRef[]): readonly PickOption[] {
  return villages.map(({ id, name, code }) => ({ id, label: name, words: code ?? '' }))
}
