import { wordKey } from '../sheet/words.ts'

/** One kind of team: an entry of resources/classification/teamKinds.json. */
export interface TeamKindEntry {
  readonly key: string
  readonly name: { readonly [language: string]: string }
  /** What people write for it in a column of kinds. */
  readonly words: readonly string[]
  /** Words in a team's name that tell its kind; the first entry that has one decides. */
  readonly hints: readonly string[]
}

/** Name of a kind in a language; a key this console does not know stands for itself. */
export function kindName(kinds: readonly TeamKindEntry[], key: string, language: string): string {
  const name = kinds.find((kind) => kind.key === key)?.name
  return name?.[language] ?? name?.['zh-CN'] ?? key
}

/** The kind somebody wrote, or null: the exact word first, then one that the text contains. */
export function readKind(kinds: readonly TeamKindEntry[], text: string): string | null {
  const typed = wordKey(text)
  if (typed === '') return null
  const keysOf = ({ key, name, words }: TeamKindEntry) => [key, ...Object.values(name), ...words].map(wordKey)
  const exact = kinds.find((kind) => keysOf(kind).includes(typed))
  return (exact ?? kinds.find((kind) => kind.words.some((word) => typed.includes(wordKey(word)))))?.key ?? null
}

/** The kind a team's name tells, or null. */
export function guessKind(kinds: readonly TeamKindEntry[], name: string): string | null {
  const key = wordKey(name)
  return kinds.find((kind) => kind.hints.some((hint) => key.includes(wordKey(hint))))?.key ?? null
}
