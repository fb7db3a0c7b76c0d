import { pinyinInitials } from './pinyin.ts'

export interface PickOption {
  readonly id: string
  readonly label: string
  /** What tells two of the same name apart: a post, a phone. */
  readonly note?: string
  /** More words it is found by, not shown: what people also call it. */
  readonly words?: string
}

/**
 * Those whose words, or the pinyin initials of them, hold all that was typed; first those whose label begins with it, then those
 * whose initials do, then the rest in their order.
 */
export function findOptions<Option extends PickOption>(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  if (wanted === '') return options
  return options
    .map((option) => ({ option, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ option }) => option)
}

/** 0: not found. */
function rankOf({ label, note = '', words = '' }: PickOption, wanted: string): number {
  const name = label.toLowerCase()
  if (name.startsWith(wanted)) return 5
  const initials = pinyinInitials(label)
  if (initials.startsWith(wanted)) return 4
  if (name.includes(wanted) || initials.includes(wanted)) return 3
  if (`${note} ${words}`.toLowerCase().includes(wanted)) return 2
  return pinyinInitials(words)
    .split(/\s+/)
    .some((word) => word.startsWith(wanted))
    ? 1
    : 0
}
